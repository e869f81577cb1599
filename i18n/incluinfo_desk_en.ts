<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Conversación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Respuesta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Incidencias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;yuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultar X ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausar o reanudar la escucha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iniciar sesión en X…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar la sesión de X…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversación siguiente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversación anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostrar las menciones nuevas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar conversaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo preguntas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomar o soltar la conversación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultar al organismo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar en X según las normas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar la conversación…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a abrir la conversación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar el tema…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crear borrador de FAQ con esta pregunta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver en X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar ya la respuesta verificada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertar la sugerencia 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertar la sugerencia 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertar la sugerencia 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escribir la respuesta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ir al hueco siguiente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vista previa de lo que será público</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar la respuesta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responder a mano en X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marcar como respondida a mano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deshacer el envío</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responder con la incidencia abierta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidencias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto más grande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto más pequeño</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamaño normal del texto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ficha nueva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en la FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar la ficha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar las fichas elegidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirar las fichas elegidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importar un fichero…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exportar a un fichero…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir una incidencia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publicar una novedad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar por resuelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar una acción…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teclas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acerca de…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Teclas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las teclas de una letra no actúan mientras escribe. Puede cambiarlas o quitarlas en Ajustes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Elija una conversación de la lista para leerla y responder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo la conversación…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a intentarlo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La conversación es suya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La conversación vuelve a estar libre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La conversación queda en consulta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversación cerrada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversación abierta de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envío anulado: el texto vuelve al editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descartado: el texto vuelve al editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hilo de la conversación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la tiene usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la tiene {quien}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soltar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultar al organismo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crear borrador de FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insultos o faltas de respeto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publicidad o mensajes en masa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos personales de alguien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odio o discriminación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está publicado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dirección del mensaje en X (la que termina en cifras):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa dirección no es la de un mensaje de X.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>{largo} de {tope} caracteres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respuesta en espera. Puede deshacerla con {tecla}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marcada como respondida a mano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay un texto a medias: envíelo con Ctrl+↵ o bórrelo antes de usar R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna respuesta es segura: inserte una con 1, 2 o 3 y revísela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto copiado y X abierto en el navegador. Cuando lo haya publicado, pulse «Marcar como respondida».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respuesta para @{usuario}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba la respuesta, o inserte una sugerencia con 1, 2 o 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vista previa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responder a mano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marcar como respondida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Puede responder · {precio}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxCard</name>
    <message>
        <source>◆ Dato personal oculto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Respuesta verificada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin respuesta segura</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelve a escribir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espera desde hace {tiempo}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fuera de plazo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message>
        <source>Leyendo las conversaciones…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en {cuantas} conversaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mención(es) nueva(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a intentarlo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar conversaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo preguntas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oculta agradecimientos, saludos y comentarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna conversación contiene esas palabras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar la búsqueda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iniciar sesión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay menciones nuevas. Aparecerán aquí en cuanto lleguen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay conversaciones en esta lista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver las nuevas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nuevas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mías</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En consulta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respondidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerradas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) espera(n).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Aviso prometido para las {hora}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Próximo aviso {hora}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Esta dirección no se puede abrir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El enlace lleva a {sitio}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es una página oficial. Dirección completa:
{enlace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message>
        <source>Deshacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar ya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está publicado…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reenviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar también</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sale en {tiempo}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sale en cuanto haya conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se ha publicado nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Se envió a las {hora} y no aparece en nuestro perfil tras mirarlo %n vez(veces). Compruébelo en X antes de repetirlo.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alguien contestó a esta persona desde X o desde otro equipo. No se ha enviado nada.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Buscar una acción</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué quiere hacer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna acción con esas letras.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidencias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostCard</name>
    <message>
        <source>Publicación de X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La persona borró este mensaje en X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ Dato personal oculto antes de guardarlo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>editado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publicado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver en X</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Vista previa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cualquiera podrá leer esto, como respuesta a @{usuario}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{largo} de {tope} caracteres · {precio}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Próxima consulta en {tiempo}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En cola: {cuantas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(se envía en {tiempo})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gasto de {mes}: {gasto}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gasto de {mes}: {gasto} de {tope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{acciones}: acciones · {teclas}: teclas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionsPane</name>
    <message>
        <source>Buscando respuestas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin respuesta segura. Escríbala, o prepare un borrador para la FAQ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crear borrador de FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respuestas sugeridas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar ya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertar la sugerencia {numero}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coincide:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variante {numero}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coincidencia baja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sobre «{parte}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Verificada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· revisar antes de {mes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insértela y revísela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin respuesta segura. Estas son las más parecidas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esto lo lleva otro organismo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organismo competente</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerminalWords</name>
    <message>
        <source>Abre la mesa de atención.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data-dir DIR  carpeta de datos que se usa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--api-url URL   servidor que habla la API de X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang CODE     idioma: es, en…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo          con el canal de demostración</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sirve el simulador de X en este equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dice qué respuestas propone la mesa para una consulta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lee o escribe las preguntas frecuentes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprueba que la instalación está completa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vea las órdenes con incluinfo-desk --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se entiende: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta indicar: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El valor «{1}» no vale para {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el valor de {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La orden no está bien escrita.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La mesa ya estaba abierta: se muestra su ventana.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ha ocurrido un error inesperado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ha ocurrido un error inesperado. El informe, sin datos personales, está en {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La instalación está completa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta o no funciona:{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segura</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dudosa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poco probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revisar antes del {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La mesa no conoce una respuesta para esta consulta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La primera se ofrecería con un clic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna es tan segura como para ofrecerla con un clic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Línea {0}: debe ser un objeto JSON con «id» y «text».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Línea {0}: no se puede usar ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entradas nuevas: {0}. Cambiadas: {1}. No utilizables: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entradas escritas en {1}: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Mesa de @incluinfo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n nueva(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abierta(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>incluinfo_desk {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesa de atención ciudadana de @incluinfo. Las respuestas son informativas: a efectos jurídicos valen el BOE y la resolución de cada expediente.

Licencia EUPL-1.2. Usa Qt y PySide6 (LGPL-3.0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abriendo la mesa…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Nueva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En consulta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respondida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuelta: no hay nada más que decir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es una pregunta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publicidad o mensajes en masa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oculta por las normas de uso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La persona borró su mensaje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En espera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechazado por X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sabemos si salió: lo comprobamos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consta publicado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respondida desde otro sitio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respuesta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publicación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuación del hilo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fin de la ocultación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En revisión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anticipada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta que alguien la verifique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiene fuente oficial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está en revisión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasó su fecha de revisión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no está en vigor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está retirada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es una pregunta para este canal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El identificador solo admite minúsculas, cifras y guiones, y no puede repetirse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba la pregunta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba la respuesta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija uno de los temas del canal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El enlace debe empezar por https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La respuesta usa {enlace}, pero la ficha no tiene enlace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La respuesta no cabe en un mensaje de X: acórtela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para verificarla hace falta la fuente oficial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para verificarla, ponga antes sus iniciales en Ajustes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contiene un dato personal: quítelo antes de guardar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En estudio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causa localizada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En observación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En curso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En comprobación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funciona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funciona con lentitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caída parcial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caída total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mantenimiento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin iniciar sesión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conectando…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conectado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X pide esperar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X solo deja responder desde el programa a quien nos menciona o nos cita. Responda a mano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X dice que ya publicamos ese mismo texto. Cambie alguna palabra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X no permite esta publicación. Compruebe si la persona nos ha bloqueado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El mensaje al que respondía ya no está en X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X dice que el texto es demasiado largo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X no ha aceptado el texto. Revíselo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pensiones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prestaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asilo y migraciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cita y trámites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autónomos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afiliación y cotización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Españoles en el exterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidencia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X nos pide esperar un poco. El programa lo vuelve a intentar solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X nos pide esperar hasta las {hora}. El programa lo vuelve a intentar solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responder a mano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta rellenar {hueco}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ir al hueco</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El texto contiene un dato personal ({clase}). Quítelo: la respuesta es pública.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NIE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NIF de una entidad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>número de la Seguridad Social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>código de cuenta de cotización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuenta bancaria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tarjeta bancaria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teléfono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correo electrónico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identificador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa respuesta no se puede enviar con una tecla: {motivo}. Insértela y revísela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta conversación la tiene {quien}. Pídasela antes de responder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X solo deja ocultar respuestas a mensajes nuestros, y este no lo es.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra persona ha cambiado esta ficha mientras usted la editaba. Copie su texto, vuelva a abrirla y repita el cambio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese cambio no es posible ahora: la situación ha cambiado mientras tanto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La imagen debe ser PNG, JPEG, GIF o WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La imagen es demasiado grande para X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La imagen no se puede leer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El fichero de ajustes no se podía leer. Se usan los valores de partida y el anterior se guarda en {copia}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir Ajustes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iniciar sesión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay conexión. Puede seguir trabajando: lo que envíe saldrá al volver la red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La red de la oficina no deja llegar a X. Revise el proxy en Ajustes o avise a informática.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para leer y responder hay que iniciar sesión en X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X no reconoce nuestra sesión. Si dura más de unos minutos, iníciela otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se ha agotado el crédito de la cuenta en X. Hay que ampliarlo en el portal de X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sabemos si salió. El programa lo comprueba en X y no lo repite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X ha contestado algo que no se entiende. El programa lo vuelve a intentar solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X no funciona en este momento. El programa lo vuelve a intentar solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo a mano: esta persona no nos mencionó y X no deja responder desde el programa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay una respuesta en camino para este mensaje.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La persona ha borrado el mensaje al que respondía. No se ha publicado nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya no se puede deshacer: la respuesta ha salido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describa la imagen para quien no puede verla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este equipo no tiene un almacén seguro de claves: la sesión durará hasta que cierre el programa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El almacén de claves está bloqueado. Desbloquéelo con su contraseña del equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El disco está lleno y no se puede guardar en {ruta}. Libere espacio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se puede escribir en {ruta}. Pida permiso de escritura o use otra carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de datos {ruta} está dañada. No se ha tocado: recupere la última copia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La base de datos {ruta} es de una versión más nueva del programa. Actualícelo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otro programa está usando {ruta}. Ciérrelo e inténtelo de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El programa ya está abierto con la carpeta {ruta}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se puede leer {ruta}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutos} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{horas} h {minutos} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{segundos} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
