"""What people write to break a desk, or to make it say what they want."""

from __future__ import annotations

from pathlib import Path


def corpus(probe: Path, address: str) -> tuple[str, ...]:
    """``probe`` is a file and ``address`` a server that nobody has a reason to open."""
    picture = f'<img src="file://{probe}">'
    return (
        # markup that Qt's own widgets would draw, and load files for
        picture,
        f"<b>negrita</b> {picture}",
        f'<html><body background="file://{probe}">hola</body></html>',
        f'<img src="{address}/a.png"><a href="{address}/b">enlace</a>',
        "<img src='file:///dev/zero'>",
        f'<table><tr><td><h1 style="color:red">AVISO</h1></td></tr></table>{picture}',
        f"<style>*{{background:url('file://{probe}')}}</style><p>hola</p>",
        f"<a href='file://{probe}'>https://sede.seg-social.gob.es</a>",
        f"&lt;img src=&quot;file://{probe}&quot;&gt; &amp;lt;b&amp;gt; &#60;b&#62;",
        f"<qt>{picture}</qt>",
        "<!DOCTYPE html><meta http-equiv=refresh content='0;url=" + address + "'>",
        "<script>alert(1)</script><iframe src='" + address + "'></iframe>",
        f"![imagen](file://{probe}) [enlace]({address}) **negrita** `codigo`",
        "hola\n<b>segunda línea</b>",
        "{enlace} {plazo} %s %d %n {0} {__class__} $(id) `id`",
        # what cannot be seen
        "\u202eesrever ni otxet\u202c y \u2066aislado\u2069",
        "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg",
        "Z\u0351\u0300\u0301\u0302\u0303" + "\u0489\u0334" * 300 + "algo",
        "\u115f\u1160\u3164\uffa0\u2800",
        "\U000e0041\U000e0042\U000e007f oculto \U0001f3f4\U000e0067\U000e0062\U000e007f",
        "\x1b[31mrojo\x1b[0m \x1b]0;titulo\x07 \x9b31m",
        "\x00\x01\x02\x07\x08\x0b\x0c\x0e\x1f\x7f\x80\x9f fin",
        "línea\u2028otra\u2029párrafo\r\nretorno\rsolo",
        "\ud800 mitad \udfff de letra \ufffe\uffff",
        # false friends
        "@inсluinfо",
        "lncluinfo",
        "https://sede.seg-sociаl.gob.es/pago",
        "https://sede.seg-social.gob.es@malo.example/pago",
        "http://[::1]:99999/../..\\x?<b>",
        f"file://{probe}",
        "javascript:alert(1)",
        # other alphabets, other directions
        "مرحبا بالعالم ١٢٣ abc مرحبا",
        "שלום עולם 123 abc",
        "👨‍👩‍👧‍👦" * 60,
        "ㅤ가나다 漢字 ＡＢＣ ﷽﷽﷽",
        # formulas, separators, sizes
        "=cmd|'/c calc'!A1",
        "+1+1\t@SUM(1;2)",
        '"; DROP TABLE posts; --',
        "NEAR( AND OR NOT * ^ : \" '",
        "W" * 10_000,
        "palabra " * 1_250,
        "a." * 5_000,
        "",
        " \t\n ",
    )
