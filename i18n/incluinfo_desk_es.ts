<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>BlocksDialog</name>
    <message numerus="yes">
        <source>en %Ln respuesta(s)</source>
        <translation>
            <numerusform>en %Ln respuesta</numerusform>
            <numerusform>en %Ln respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>De %Ln responde alguien.</source>
        <translation>
            <numerusform>De %Ln responde alguien.</numerusform>
            <numerusform>De %Ln responde alguien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pasará(n) a revisión: con el texto nuevo no cumple(n).</source>
        <translation>
            <numerusform>%Ln pasará a revisión: con el texto nuevo no cumple.</numerusform>
            <numerusform>%Ln pasarán a revisión: con el texto nuevo no cumplen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cambia %Ln respuesta(s).</source>
        <translation>
            <numerusform>Cambia %Ln respuesta.</numerusform>
            <numerusform>Cambia %Ln respuestas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoeDialog</name>
    <message numerus="yes">
        <source>%Ln respuesta(s)</source>
        <translation>
            <numerusform>%Ln respuesta</numerusform>
            <numerusform>%Ln respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disposición(es) leída(s).</source>
        <translation>
            <numerusform>%Ln disposición leída.</numerusform>
            <numerusform>%Ln disposiciones leídas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambio(s) en normas en las que se apoyan sus respuestas. Quite la marca de lo que no les afecte.</source>
        <translation>
            <numerusform>%Ln cambio en normas en las que se apoyan sus respuestas. Quite la marca si no les afecta.</numerusform>
            <numerusform>%Ln cambios en normas en las que se apoyan sus respuestas. Quite la marca de lo que no les afecte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambio(s) ya estaba(n) anotado(s).</source>
        <translation>
            <numerusform>%Ln cambio ya estaba anotado.</numerusform>
            <numerusform>%Ln cambios ya estaban anotados.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPage</name>
    <message numerus="yes">
        <source>%Ln fichas elegidas</source>
        <translation>
            <numerusform>%Ln ficha elegida</numerusform>
            <numerusform>%Ln fichas elegidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>¿Verificar %Ln ficha(s)?</source>
        <translation>
            <numerusform>¿Verificar %Ln ficha?</numerusform>
            <numerusform>¿Verificar %Ln fichas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Retirar %Ln ficha(s)?</source>
        <translation>
            <numerusform>¿Retirar %Ln ficha?</numerusform>
            <numerusform>¿Retirar %Ln fichas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Pasar %Ln ficha(s) a «{estado}»?</source>
        <translation>
            <numerusform>¿Pasar %Ln ficha a «{estado}»?</numerusform>
            <numerusform>¿Pasar %Ln fichas a «{estado}»?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ya lo tiene(n).</source>
        <translation>
            <numerusform>%Ln ya lo tiene.</numerusform>
            <numerusform>%Ln ya lo tienen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no se pueden cambiar:</source>
        <translation>
            <numerusform>%Ln no se puede cambiar:</numerusform>
            <numerusform>%Ln no se pueden cambiar:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Poner el tema «{valor}» a %Ln ficha(s)?</source>
        <translation>
            <numerusform>¿Poner el tema «{valor}» a %Ln ficha?</numerusform>
            <numerusform>¿Poner el tema «{valor}» a %Ln fichas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Poner el organismo «{valor}» a %Ln ficha(s)?</source>
        <translation>
            <numerusform>¿Poner el organismo «{valor}» a %Ln ficha?</numerusform>
            <numerusform>¿Poner el organismo «{valor}» a %Ln fichas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Revisar antes del {valor} %Ln ficha(s)?</source>
        <translation>
            <numerusform>¿Revisar antes del {valor} %Ln ficha?</numerusform>
            <numerusform>¿Revisar antes del {valor} %Ln fichas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deshecho en %Ln ficha(s).</source>
        <translation>
            <numerusform>Deshecho en %Ln ficha.</numerusform>
            <numerusform>Deshecho en %Ln fichas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hecho otra vez en %Ln ficha(s).</source>
        <translation>
            <numerusform>Hecho otra vez en %Ln ficha.</numerusform>
            <numerusform>Hecho otra vez en %Ln fichas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambió(cambiaron) después y queda(n) como está(n).</source>
        <translation>
            <numerusform>%Ln cambió después y queda como está.</numerusform>
            <numerusform>%Ln cambiaron después y quedan como están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no se pudo(pudieron) cambiar:</source>
        <translation>
            <numerusform>%Ln no se pudo cambiar:</numerusform>
            <numerusform>%Ln no se pudieron cambiar:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) nueva(s).</source>
        <translation>
            <numerusform>%Ln ficha nueva.</numerusform>
            <numerusform>%Ln fichas nuevas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sustituida(s).</source>
        <translation>
            <numerusform>%Ln sustituida.</numerusform>
            <numerusform>%Ln sustituidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texto(s) compartido(s).</source>
        <translation>
            <numerusform>%Ln texto compartido.</numerusform>
            <numerusform>%Ln textos compartidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln como estaba(n).</source>
        <translation>
            <numerusform>%Ln como estaba.</numerusform>
            <numerusform>%Ln como estaban.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no servía(n).</source>
        <translation>
            <numerusform>%Ln no servía.</numerusform>
            <numerusform>%Ln no servían.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) verificada(s).</source>
        <translation>
            <numerusform>%Ln ficha verificada.</numerusform>
            <numerusform>%Ln fichas verificadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) retirada(s).</source>
        <translation>
            <numerusform>%Ln ficha retirada.</numerusform>
            <numerusform>%Ln fichas retiradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) en revisión.</source>
        <translation>
            <numerusform>%Ln ficha en revisión.</numerusform>
            <numerusform>%Ln fichas en revisión.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) cambiada(s).</source>
        <translation>
            <numerusform>%Ln ficha cambiada.</numerusform>
            <numerusform>%Ln fichas cambiadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Anticipar %Ln ficha(s)?</source>
        <translation>
            <numerusform>¿Anticipar %Ln ficha?</numerusform>
            <numerusform>¿Anticipar %Ln fichas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) anticipada(s).</source>
        <translation>
            <numerusform>%Ln ficha anticipada.</numerusform>
            <numerusform>%Ln fichas anticipadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message numerus="yes">
        <source>%Ln respuesta(s) pasará(n) a revisión.</source>
        <translation>
            <numerusform>%Ln respuesta pasará a revisión.</numerusform>
            <numerusform>%Ln respuestas pasarán a revisión.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentsDialog</name>
    <message numerus="yes">
        <source>… y %n más</source>
        <translation>
            <numerusform>… y %n más</numerusform>
            <numerusform>… y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No se ha importado nada: hay %n fila(s) con errores.</source>
        <translation>
            <numerusform>No se ha importado nada: hay %n fila con errores.</numerusform>
            <numerusform>No se ha importado nada: hay %n filas con errores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servicio(s) y oficina(s) en {fichero}</source>
        <translation>
            <numerusform>%n servicio u oficina en {fichero}</numerusform>
            <numerusform>%n servicios y oficinas en {fichero}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message numerus="yes">
        <source>Mostrar %n mensaje(s) más del hilo</source>
        <translation>
            <numerusform>Mostrar %n mensaje más del hilo</numerusform>
            <numerusform>Mostrar %n mensajes más del hilo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageTab</name>
    <message numerus="yes">
        <source>%Ln tema(s) sin ninguna respuesta verificada.</source>
        <translation>
            <numerusform>%Ln tema sin ninguna respuesta verificada.</numerusform>
            <numerusform>%Ln temas sin ninguna respuesta verificada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message numerus="yes">
        <source>quedan %n</source>
        <translation>
            <numerusform>queda %n</numerusform>
            <numerusform>quedan %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaqPane</name>
    <message numerus="yes">
        <source>%Ln respuesta(s) importada(s) como borrador. Verifíquelas antes de ofrecerlas.</source>
        <translation>
            <numerusform>%Ln respuesta importada como borrador. Verifíquela antes de ofrecerla.</numerusform>
            <numerusform>%Ln respuestas importadas como borrador. Verifíquelas antes de ofrecerlas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) guardada(s) en {fichero}.</source>
        <translation>
            <numerusform>%Ln ficha guardada en {fichero}.</numerusform>
            <numerusform>%Ln fichas guardadas en {fichero}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Libro con %Ln respuesta(s) guardado en {fichero}.</source>
        <translation>
            <numerusform>Libro con %Ln respuesta guardado en {fichero}.</numerusform>
            <numerusform>Libro con %Ln respuestas guardado en {fichero}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message numerus="yes">
        <source>%Ln ficha(s)</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message numerus="yes">
        <source>usada %Ln vez(veces)</source>
        <translation>
            <numerusform>usada %Ln vez</numerusform>
            <numerusform>usada %Ln veces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln persona(s) han señalado una mejora</source>
        <translation>
            <numerusform>%Ln persona ha señalado una mejora</numerusform>
            <numerusform>%Ln personas han señalado una mejora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ Hay %Ln campo(s) que corregir.</source>
        <translation>
            <numerusform>▲ Hay %Ln campo que corregir.</numerusform>
            <numerusform>▲ Hay %Ln campos que corregir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message numerus="yes">
        <source>Sobran %Ln carácter(es): en X caben 280.</source>
        <translation>
            <numerusform>Sobra %Ln carácter: en X caben 280.</numerusform>
            <numerusform>Sobran %Ln caracteres: en X caben 280.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoaxForm</name>
    <message numerus="yes">
        <source>Publicar en un hilo de %n parte(s)</source>
        <translation>
            <numerusform>Publicar en un hilo de %n parte</numerusform>
            <numerusform>Publicar en un hilo de %n partes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoaxList</name>
    <message numerus="yes">
        <source>%n persona(s) preguntan</source>
        <translation>
            <numerusform>%n persona pregunta</numerusform>
            <numerusform>%n personas preguntan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln nueva(s)</source>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambia(n)</source>
        <translation>
            <numerusform>%Ln cambia</numerusform>
            <numerusform>%Ln cambian</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no se puede(n) usar</source>
        <translation>
            <numerusform>%Ln no se puede usar</numerusform>
            <numerusform>%Ln no se pueden usar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texto(s) compartido(s)</source>
        <translation>
            <numerusform>%Ln texto compartido</numerusform>
            <numerusform>%Ln textos compartidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) nueva(s)</source>
        <translation>
            <numerusform>%Ln ficha nueva</numerusform>
            <numerusform>%Ln fichas nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln con otro texto</source>
        <translation>
            <numerusform>%Ln con otro texto</numerusform>
            <numerusform>%Ln con otro texto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln igual(es)</source>
        <translation>
            <numerusform>%Ln igual</numerusform>
            <numerusform>%Ln iguales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fila(s) que no sirve(n)</source>
        <translation>
            <numerusform>%Ln fila que no sirve</numerusform>
            <numerusform>%Ln filas que no sirven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln necesita(n) una decisión</source>
        <translation>
            <numerusform>%Ln necesita una decisión</numerusform>
            <numerusform>%Ln necesitan una decisión</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n mención(es) nueva(s)</source>
        <translation>
            <numerusform>%n mención nueva</numerusform>
            <numerusform>%n menciones nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) espera(n).</source>
        <translation>
            <numerusform>%n persona espera.</numerusform>
            <numerusform>%n personas esperan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentDetail</name>
    <message numerus="yes">
        <source>%n persona(s) esperan esta respuesta</source>
        <translation>
            <numerusform>%n persona espera esta respuesta</numerusform>
            <numerusform>%n personas esperan esta respuesta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message numerus="yes">
        <source>Publicar en un hilo de %n parte(s)</source>
        <translation>
            <numerusform>Publicar en un hilo de %n parte</numerusform>
            <numerusform>Publicar en un hilo de %n partes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message numerus="yes">
        <source>Y %Ln más.</source>
        <translation>
            <numerusform>Y %Ln más.</numerusform>
            <numerusform>Y %Ln más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pregunta(s) para anotar.</source>
        <translation>
            <numerusform>%Ln pregunta para anotar.</numerusform>
            <numerusform>%Ln preguntas para anotar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pregunta(s) anotada(s).</source>
        <translation>
            <numerusform>%Ln pregunta anotada.</numerusform>
            <numerusform>%Ln preguntas anotadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message numerus="yes">
        <source>Se pierden las %Ln que ha cambiado.</source>
        <translation>
            <numerusform>Se pierde %Ln tecla que ha cambiado.</numerusform>
            <numerusform>Se pierden las %Ln teclas que ha cambiado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearningSection</name>
    <message numerus="yes">
        <source>Ha aprendido de %n respuesta(s) enviada(s)</source>
        <translation>
            <numerusform>Ha aprendido de %n respuesta enviada</numerusform>
            <numerusform>Ha aprendido de %n respuestas enviadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sobre %n pregunta(s) de la FAQ.</source>
        <translation>
            <numerusform>sobre %n pregunta de la FAQ.</numerusform>
            <numerusform>sobre %n preguntas de la FAQ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksTab</name>
    <message numerus="yes">
        <source>%Ln dirección(es) en las respuestas.</source>
        <translation>
            <numerusform>%Ln dirección en las respuestas.</numerusform>
            <numerusform>%Ln direcciones en las respuestas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no responde(n).</source>
        <translation>
            <numerusform>%Ln no responde.</numerusform>
            <numerusform>%Ln no responden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln se ha(n) mudado.</source>
        <translation>
            <numerusform>%Ln se ha mudado.</numerusform>
            <numerusform>%Ln se han mudado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NormsTab</name>
    <message numerus="yes">
        <source>Las respuestas se apoyan en %Ln norma(s).</source>
        <translation>
            <numerusform>Las respuestas se apoyan en %Ln norma.</numerusform>
            <numerusform>Las respuestas se apoyan en %Ln normas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiene(n) respuestas en revisión.</source>
        <translation>
            <numerusform>%Ln tiene respuestas en revisión.</numerusform>
            <numerusform>%Ln tienen respuestas en revisión.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message numerus="yes">
        <source>Se envió a las {hora} y no aparece en nuestro perfil tras mirarlo %n vez(veces). Compruébelo en X antes de repetirlo.</source>
        <translation>
            <numerusform>Se envió a las {hora} y no aparece en nuestro perfil tras mirarlo %n vez. Compruébelo en X antes de repetirlo.</numerusform>
            <numerusform>Se envió a las {hora} y no aparece en nuestro perfil tras mirarlo %n veces. Compruébelo en X antes de repetirlo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n día(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usada %Ln vez(veces)</source>
        <translation>
            <numerusform>Usada %Ln vez</numerusform>
            <numerusform>Usada %Ln veces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sobran %n carácter(es): caben {limite}.</source>
        <translation>
            <numerusform>Sobra %n carácter: caben {limite}.</numerusform>
            <numerusform>Sobran %n caracteres: caben {limite}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Este mismo texto ha salido %n vez(veces) en 24 horas y X puede tomarlo por repetido: cambie alguna palabra.</source>
        <translation>
            <numerusform>Este mismo texto ha salido %n vez en 24 horas y X puede tomarlo por repetido: cambie alguna palabra.</numerusform>
            <numerusform>Este mismo texto ha salido %n veces en 24 horas y X puede tomarlo por repetido: cambie alguna palabra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n envío(s) en espera: quedan guardados y saldrán cuando vuelva a abrir el programa.</source>
        <translation>
            <numerusform>%n envío en espera: queda guardado y saldrá cuando vuelva a abrir el programa.</numerusform>
            <numerusform>%n envíos en espera: quedan guardados y saldrán cuando vuelva a abrir el programa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texto(s) esperan a una segunda persona.</source>
        <translation>
            <numerusform>%n texto espera a una segunda persona.</numerusform>
            <numerusform>%n textos esperan a una segunda persona.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texto(s) han vuelto a quien los escribió.</source>
        <translation>
            <numerusform>%n texto ha vuelto a quien lo escribió.</numerusform>
            <numerusform>%n textos han vuelto a quien los escribió.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fichero(s) escritos.</source>
        <translation>
            <numerusform>%n fichero escrito.</numerusform>
            <numerusform>%n ficheros escritos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n envío(s) sin confirmar: al abrir el programa los buscaremos otra vez en X.</source>
        <translation>
            <numerusform>%n envío sin confirmar: al abrir el programa lo buscaremos otra vez en X.</numerusform>
            <numerusform>%n envíos sin confirmar: al abrir el programa los buscaremos otra vez en X.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message numerus="yes">
        <source>Lo han dicho %Ln persona(s)</source>
        <translation>
            <numerusform>Lo ha dicho %Ln persona</numerusform>
            <numerusform>Lo han dicho %Ln personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurgeBanner</name>
    <message numerus="yes">
        <source>%n mención(es) sobre {que} desde las {hora}</source>
        <translation>
            <numerusform>%n mención sobre {que} desde las {hora}</numerusform>
            <numerusform>%n menciones sobre {que} desde las {hora}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mención(es) con la misma duda desde las {hora}: {que}</source>
        <translation>
            <numerusform>%n mención con la misma duda desde las {hora}: {que}</numerusform>
            <numerusform>%n menciones con la misma duda desde las {hora}: {que}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n mención(es) nueva(s)</source>
        <translation>
            <numerusform>%n mención nueva</numerusform>
            <numerusform>%n menciones nuevas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpkeepDialog</name>
    <message numerus="yes">
        <source>Cambio anotado: %Ln respuesta(s) en revisión.</source>
        <translation>
            <numerusform>Cambio anotado: %Ln respuesta en revisión.</numerusform>
            <numerusform>Cambio anotado: %Ln respuestas en revisión.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n nueva(s)</source>
        <translation>
            <numerusform>%n nueva</numerusform>
            <numerusform>%n nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abierta(s)</source>
        <translation>
            <numerusform>%n abierta</numerusform>
            <numerusform>%n abiertas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>Visto %n vez(ces) ahora</source>
        <translation>
            <numerusform>Visto %n vez ahora</numerusform>
            <numerusform>Visto %n veces ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vez(ces) antes, en {mes}</source>
        <translation>
            <numerusform>%n vez antes, en {mes}</numerusform>
            <numerusform>%n veces antes, en {mes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preguntan %n persona(s) hoy.</source>
        <translation>
            <numerusform>Pregunta %n persona hoy.</numerusform>
            <numerusform>Preguntan %n personas hoy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mención(es) en una hora.</source>
        <translation>
            <numerusform>%n mención en una hora.</numerusform>
            <numerusform>%n menciones en una hora.</numerusform>
        </translation>
    </message>
</context>
</TS>
