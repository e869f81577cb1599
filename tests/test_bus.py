from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import Event, FaqChanged, SettingsChanged


def test_each_event_reaches_those_who_asked_for_its_type_in_order() -> None:
    heard: list[object] = []
    bus = Bus(heard.append)
    bus.subscribe(FaqChanged, lambda event: heard.append(("first", event)))
    bus.subscribe(FaqChanged, lambda event: heard.append(("second", event)))
    bus.subscribe(SettingsChanged, heard.append)
    event = FaqChanged(("a",))
    bus.publish(event)
    assert heard == [("first", event), ("second", event)]


def test_a_failing_listener_does_not_silence_the_others() -> None:
    errors: list[BaseException] = []
    heard: list[Event] = []
    bus = Bus(errors.append)

    def fail(_: SettingsChanged) -> None:
        raise ValueError

    bus.subscribe(SettingsChanged, fail)
    bus.subscribe(SettingsChanged, heard.append)
    bus.publish(SettingsChanged())
    assert len(heard) == 1
    assert [type(error) for error in errors] == [ValueError]


def test_a_subscription_ends_once_even_from_inside() -> None:
    heard: list[Event] = []
    bus = Bus(lambda error: None)

    def once(event: SettingsChanged) -> None:
        heard.append(event)
        end()

    end = bus.subscribe(SettingsChanged, once)
    bus.subscribe(SettingsChanged, heard.append)
    bus.publish(SettingsChanged())
    bus.publish(SettingsChanged())
    end()
    assert len(heard) == 3
