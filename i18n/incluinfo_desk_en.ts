<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>AccountSection</name>
    <message>
        <source>¿Cerrar la sesión de X?</source>
        <translation>Sign out of X?</translation>
    </message>
    <message>
        <source>La mesa deja de leer y de enviar. Sus datos y borradores se quedan aquí.</source>
        <translation>The desk stops reading and sending. Your data and drafts stay here.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cerrar la sesión</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Cuenta</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Iniciar sesión en X…</source>
        <translation>Sign in to X…</translation>
    </message>
    <message>
        <source>Cerrar la sesión…</source>
        <translation>Sign out…</translation>
    </message>
    <message>
        <source>Esperando al navegador</source>
        <translation>Waiting for the browser</translation>
    </message>
    <message>
        <source>Identificador de cliente</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Lo da el portal de desarrolladores de X. Es público: no es una contraseña.</source>
        <translation>The X developer portal gives it. It is public: it is not a password.</translation>
    </message>
    <message>
        <source>Solo puede llevar letras, cifras y los signos . ~ : = - _</source>
        <translation>It may hold only letters, figures and the signs . ~ : = - _</translation>
    </message>
    <message>
        <source>No se ha dado el permiso en X. Puede volver a intentarlo.</source>
        <translation>Permission was not given on X. You can try again.</translation>
    </message>
    <message>
        <source>Mirando quién ha iniciado sesión…</source>
        <translation>Checking who has signed in…</translation>
    </message>
    <message>
        <source>Se ha abierto X en su navegador. Dé allí su permiso y vuelva aquí.</source>
        <translation>X has opened in your browser. Give permission there and come back here.</translation>
    </message>
    <message>
        <source>● @{usuario} · {nombre}</source>
        <translation>● @{usuario} · {nombre}</translation>
    </message>
    <message>
        <source>La sesión se guarda en el almacén de claves de este equipo.</source>
        <translation>The session is kept in this computer’s password store.</translation>
    </message>
    <message>
        <source>▲ La sesión no se guarda en un almacén de claves: dura hasta que cierre el programa.</source>
        <translation>▲ The session is not kept in a password store: it lasts until you close the program.</translation>
    </message>
    <message>
        <source>○ Nadie ha iniciado sesión. Puede leer lo ya recibido.</source>
        <translation>○ Nobody has signed in. You can read what has already arrived.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Archivo</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Conversación</source>
        <translation>&amp;Conversation</translation>
    </message>
    <message>
        <source>&amp;Respuesta</source>
        <translation>&amp;Reply</translation>
    </message>
    <message>
        <source>&amp;Ver</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;FAQ</source>
        <translation>F&amp;AQ</translation>
    </message>
    <message>
        <source>&amp;Incidencias</source>
        <translation>&amp;Incidents</translation>
    </message>
    <message>
        <source>A&amp;yuda</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Consultar X ahora</source>
        <translation>Check X now</translation>
    </message>
    <message>
        <source>Pausar o reanudar la escucha</source>
        <translation>Pause or resume listening</translation>
    </message>
    <message>
        <source>Cola de envíos</source>
        <translation>Sending queue</translation>
    </message>
    <message>
        <source>Gasto en X este mes</source>
        <translation>Spending on X this month</translation>
    </message>
    <message>
        <source>Iniciar sesión en X…</source>
        <translation>Sign in to X…</translation>
    </message>
    <message>
        <source>Cerrar la sesión de X…</source>
        <translation>Sign out of X…</translation>
    </message>
    <message>
        <source>Salir</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Conversación siguiente</source>
        <translation>Next conversation</translation>
    </message>
    <message>
        <source>Conversación anterior</source>
        <translation>Previous conversation</translation>
    </message>
    <message>
        <source>Mostrar las menciones nuevas</source>
        <translation>Show new mentions</translation>
    </message>
    <message>
        <source>Buscar conversaciones</source>
        <translation>Search conversations</translation>
    </message>
    <message>
        <source>Solo preguntas</source>
        <translation>Questions only</translation>
    </message>
    <message>
        <source>Tomar o soltar la conversación</source>
        <translation>Take or release the conversation</translation>
    </message>
    <message>
        <source>Consultar al organismo</source>
        <translation>Consult the responsible body</translation>
    </message>
    <message>
        <source>Ocultar en X según las normas…</source>
        <translation>Hide on X under the rules…</translation>
    </message>
    <message>
        <source>Cerrar la conversación…</source>
        <translation>Close the conversation…</translation>
    </message>
    <message>
        <source>Volver a abrir la conversación</source>
        <translation>Reopen the conversation</translation>
    </message>
    <message>
        <source>Cambiar el tema…</source>
        <translation>Change the topic…</translation>
    </message>
    <message>
        <source>Por dónde y con quién…</source>
        <translation>Which way and with whom…</translation>
    </message>
    <message>
        <source>Mejora que aporta esta persona…</source>
        <translation>Improvement this person brings…</translation>
    </message>
    <message>
        <source>Ver en X</source>
        <translation>View on X</translation>
    </message>
    <message>
        <source>Borrar todo lo de esta persona…</source>
        <translation>Delete everything about this person…</translation>
    </message>
    <message>
        <source>Enviar ya la respuesta verificada</source>
        <translation>Send the verified answer now</translation>
    </message>
    <message>
        <source>Insertar la sugerencia 1</source>
        <translation>Insert suggestion 1</translation>
    </message>
    <message>
        <source>Insertar la sugerencia 2</source>
        <translation>Insert suggestion 2</translation>
    </message>
    <message>
        <source>Insertar la sugerencia 3</source>
        <translation>Insert suggestion 3</translation>
    </message>
    <message>
        <source>Escribir la respuesta</source>
        <translation>Write the reply</translation>
    </message>
    <message>
        <source>Ir al hueco siguiente</source>
        <translation>Go to the next slot</translation>
    </message>
    <message>
        <source>Vista previa de lo que será público</source>
        <translation>Preview what will be public</translation>
    </message>
    <message>
        <source>Enviar la respuesta</source>
        <translation>Send the reply</translation>
    </message>
    <message>
        <source>Responder a mano en X</source>
        <translation>Answer by hand on X</translation>
    </message>
    <message>
        <source>Marcar como respondida a mano</source>
        <translation>Mark as answered by hand</translation>
    </message>
    <message>
        <source>Deshacer el envío</source>
        <translation>Undo sending</translation>
    </message>
    <message>
        <source>Responder con la incidencia abierta</source>
        <translation>Answer with the open incident</translation>
    </message>
    <message>
        <source>Bandeja</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>FAQ</translation>
    </message>
    <message>
        <source>Incidencias</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Texto más grande</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Texto más pequeño</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Tamaño normal del texto</source>
        <translation>Normal text size</translation>
    </message>
    <message>
        <source>Ficha nueva</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Buscar en la FAQ</source>
        <translation>Search the FAQ</translation>
    </message>
    <message>
        <source>Guardar la ficha</source>
        <translation>Save the entry</translation>
    </message>
    <message>
        <source>Deshacer los cambios de la ficha</source>
        <translation>Undo the changes to the entry</translation>
    </message>
    <message>
        <source>Historial de la ficha…</source>
        <translation>History of the entry…</translation>
    </message>
    <message>
        <source>Verificar las fichas elegidas</source>
        <translation>Verify the chosen entries</translation>
    </message>
    <message>
        <source>Poner en revisión las fichas elegidas</source>
        <translation>Put the chosen entries under review</translation>
    </message>
    <message>
        <source>Retirar las fichas elegidas</source>
        <translation>Retire the chosen entries</translation>
    </message>
    <message>
        <source>Deshacer lo último hecho en la FAQ</source>
        <translation>Undo what was done last in the FAQ</translation>
    </message>
    <message>
        <source>Rehacer lo deshecho en la FAQ</source>
        <translation>Redo what was undone in the FAQ</translation>
    </message>
    <message>
        <source>Importar un fichero…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>Exportar a un fichero…</source>
        <translation>Export to a file…</translation>
    </message>
    <message>
        <source>Bloques compartidos…</source>
        <translation>Shared blocks…</translation>
    </message>
    <message>
        <source>Proponer lo escrito a quien edita</source>
        <translation>Propose what is written to an editor</translation>
    </message>
    <message>
        <source>Propuestas para la FAQ…</source>
        <translation>Proposals for the FAQ…</translation>
    </message>
    <message>
        <source>Preguntas de otros canales…</source>
        <translation>Questions from other channels…</translation>
    </message>
    <message>
        <source>Temas del canal…</source>
        <translation>Topics of the channel…</translation>
    </message>
    <message>
        <source>Abrir una incidencia</source>
        <translation>Open an incident</translation>
    </message>
    <message>
        <source>Publicar una novedad</source>
        <translation>Post an update</translation>
    </message>
    <message>
        <source>Dar por resuelta</source>
        <translation>Mark as resolved</translation>
    </message>
    <message>
        <source>Publicar el aviso</source>
        <translation>Post the notice</translation>
    </message>
    <message>
        <source>Buscar una acción…</source>
        <translation>Find an action…</translation>
    </message>
    <message>
        <source>Teclas</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Guía de la mesa</source>
        <translation>Guide to the desk</translation>
    </message>
    <message>
        <source>Acerca de…</source>
        <translation>About…</translation>
    </message>
    <message>
        <source>Textos por aprobar</source>
        <translation>Texts to approve</translation>
    </message>
    <message>
        <source>Crear borrador de FAQ con esta pregunta y su respuesta</source>
        <translation>Make an FAQ draft of this question and its answer</translation>
    </message>
    <message>
        <source>Anticipar las fichas elegidas</source>
        <translation>Anticipate the chosen entries</translation>
    </message>
    <message>
        <source>Qué falta en la FAQ</source>
        <translation>What the FAQ lacks</translation>
    </message>
    <message>
        <source>Cobertura de los temas</source>
        <translation>Coverage of topics</translation>
    </message>
    <message>
        <source>Normas y sus cambios</source>
        <translation>Laws and their changes</translation>
    </message>
    <message>
        <source>Enlaces de las respuestas</source>
        <translation>Links of the answers</translation>
    </message>
    <message>
        <source>Texto para otros canales…</source>
        <translation>Text for other channels…</translation>
    </message>
    <message>
        <source>Servicios y oficinas…</source>
        <translation>Services and offices…</translation>
    </message>
    <message>
        <source>Abrir la incidencia propuesta</source>
        <translation>Open the proposed incident</translation>
    </message>
    <message>
        <source>Descartar la incidencia propuesta</source>
        <translation>Dismiss the proposed incident</translation>
    </message>
    <message>
        <source>&amp;Bulos</source>
        <translation>Hoax&amp;es</translation>
    </message>
    <message>
        <source>Abrir o anotar el bulo que cuenta</source>
        <translation>Open or note the hoax it tells</translation>
    </message>
    <message>
        <source>Bulos</source>
        <translation>Hoaxes</translation>
    </message>
    <message>
        <source>Anotar un bulo</source>
        <translation>Note a hoax</translation>
    </message>
    <message>
        <source>Guardar la ficha del bulo</source>
        <translation>Save the hoax’s entry</translation>
    </message>
    <message>
        <source>Publicar el desmentido</source>
        <translation>Publish the rebuttal</translation>
    </message>
    <message>
        <source>La misma duda, muchas personas</source>
        <translation>The same question, many people</translation>
    </message>
    <message>
        <source>Unir a la incidencia abierta o soltarla</source>
        <translation>Tie to the open incident, or untie</translation>
    </message>
    <message>
        <source>Avisar a quienes preguntaron</source>
        <translation>Tell those who asked</translation>
    </message>
    <message>
        <source>Libro para teléfono y oficinas…</source>
        <translation>Book for telephone and offices…</translation>
    </message>
    <message>
        <source>No cuenta ningún bulo</source>
        <translation>Tells no hoax</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Incidencia</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Desmentido</source>
        <translation>Rebuttal</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Textos por aprobar</source>
        <translation>Texts to approve</translation>
    </message>
    <message>
        <source>Iniciales de quien aprueba</source>
        <translation>Initials of who approves</translation>
    </message>
    <message>
        <source>Otra persona que la que escribió el texto. Lo que ponga consta en el registro; el programa no comprueba quién está sentado.</source>
        <translation>Somebody other than who wrote the text. What is entered stays in the record; the program does not check who is sitting here.</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ningún texto espera el visto bueno de una segunda persona.</source>
        <translation>No text waits for a second person’s approval.</translation>
    </message>
    <message>
        <source>Aprobado: ya está en la cola de envíos.</source>
        <translation>Approved: it is in the outgoing queue.</translation>
    </message>
    <message>
        <source>Lo escribió {quien} · {cuando}</source>
        <translation>Written by {quien} · {cuando}</translation>
    </message>
    <message>
        <source>Imagen: {descripcion}</source>
        <translation>Image: {descripcion}</translation>
    </message>
    <message>
        <source>Volver a escribirlo</source>
        <translation>Write it again</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Aprobar y enviar</source>
        <translation>Approve and send</translation>
    </message>
    <message>
        <source>Devolver…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>Retirarlo</source>
        <translation>Withdraw it</translation>
    </message>
    <message>
        <source>Aprobar y enviar: {titulo}</source>
        <translation>Approve and send: {titulo}</translation>
    </message>
    <message>
        <source>Devolver: {titulo}</source>
        <translation>Send back: {titulo}</translation>
    </message>
    <message>
        <source>Retirar: {titulo}</source>
        <translation>Withdraw: {titulo}</translation>
    </message>
    <message>
        <source>Lo retiró quien lo escribió.</source>
        <translation>Withdrawn by its author.</translation>
    </message>
    <message>
        <source>Devuelto por {quien}: {motivo}</source>
        <translation>Sent back by {quien}: {motivo}</translation>
    </message>
    <message>
        <source>sin motivo escrito</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>Devolver el texto</source>
        <translation>Send the text back</translation>
    </message>
    <message>
        <source>Qué hay que cambiar:</source>
        <translation>What has to change:</translation>
    </message>
</context>
<context>
    <name>BlocksDialog</name>
    <message>
        <source>Bloques compartidos</source>
        <translation>Shared blocks</translation>
    </message>
    <message>
        <source>Un bloque es un texto que dicen muchas respuestas. En ellas se escribe {{plazo-imv}}; al cambiarlo aquí cambia en todas.</source>
        <translation>A block is a text that many answers say. In them it is written {{plazo-imv}}; changed here, it changes in all of them.</translation>
    </message>
    <message>
        <source>Bloques</source>
        <translation>Blocks</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Letras, cifras y guiones: plazo-imv</source>
        <translation>Letters, figures and hyphens: plazo-imv</translation>
    </message>
    <message>
        <source>Texto</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Insertar en la respuesta</source>
        <translation>Insert into the reply</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Nuevo</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>en %Ln respuesta(s)</source>
        <translation>
            <numerusform>in %Ln answer</numerusform>
            <numerusform>in %Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>De %Ln responde alguien.</source>
        <translation>
            <numerusform>Somebody answers for %Ln of them.</numerusform>
            <numerusform>Somebody answers for %Ln of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pasará(n) a revisión: con el texto nuevo no cumple(n).</source>
        <translation>
            <numerusform>%Ln goes under review: with the new text it breaks a rule.</numerusform>
            <numerusform>%Ln go under review: with the new text they break a rule.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Guardar y pasarlas a revisión</source>
        <translation>Save and put them under review</translation>
    </message>
    <message>
        <source>Guardar y verificarlas</source>
        <translation>Save and verify them</translation>
    </message>
    <message numerus="yes">
        <source>Cambia %Ln respuesta(s).</source>
        <translation>
            <numerusform>It changes %Ln answer.</numerusform>
            <numerusform>It changes %Ln answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bloque guardado.</source>
        <translation>Block saved.</translation>
    </message>
</context>
<context>
    <name>BoeDialog</name>
    <message>
        <source>Cambios en el BOE</source>
        <translation>Changes in the BOE</translation>
    </message>
    <message>
        <source>Cambios propuestos</source>
        <translation>Proposed changes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln respuesta(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message>
        <source>Un sumario solo trae títulos: si una ley cambia otras sin decirlo en el suyo, lea también su fichero XML, que las nombra todas.</source>
        <translation>A summary brings titles only: if a law changes others without saying so in its own, read its XML file too, which names them all.</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Poner en revisión</source>
        <translation>Put under review</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disposición(es) leída(s).</source>
        <translation>
            <numerusform>%Ln disposition read.</numerusform>
            <numerusform>%Ln dispositions read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambio(s) en normas en las que se apoyan sus respuestas. Quite la marca de lo que no les afecte.</source>
        <translation>
            <numerusform>%Ln change in laws that your answers rest on. Untick what does not affect them.</numerusform>
            <numerusform>%Ln changes in laws that your answers rest on. Untick what does not affect them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ninguna cambia una norma en la que se apoyen sus respuestas.</source>
        <translation>None changes a law that your answers rest on.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambio(s) ya estaba(n) anotado(s).</source>
        <translation>
            <numerusform>%Ln change was noted before.</numerusform>
            <numerusform>%Ln changes were noted before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <source>Libro de la FAQ</source>
        <translation>FAQ book</translation>
    </message>
    <message>
        <source>¿En qué lengua van las respuestas?</source>
        <translation>In which language are the answers?</translation>
    </message>
    <message>
        <source>Solo lo verificado y vigente. Lo que no tenga versión en esa lengua va en español, y el libro dice cuántas la tienen.</source>
        <translation>Only what is verified and current. What has no version in that language is in Spanish, and the book says how many have one.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Elegir fichero…</source>
        <translation>Choose a file…</translation>
    </message>
</context>
<context>
    <name>BulkPage</name>
    <message numerus="yes">
        <source>%Ln fichas elegidas</source>
        <translation>
            <numerusform>%Ln entry chosen</numerusform>
            <numerusform>%Ln entries chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Lo que pulse aquí vale para todas. Antes de hacerlo se le pregunta.</source>
        <translation>What you press here goes for all of them. You are asked before it is done.</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Organismo competente</source>
        <translation>Competent body</translation>
    </message>
    <message>
        <source>Revisar antes de</source>
        <translation>Review before</translation>
    </message>
    <message>
        <source>Poner a todas…</source>
        <translation>Give to all…</translation>
    </message>
    <message>
        <source>Poner a todas: {campo}</source>
        <translation>Give to all: {campo}</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>¿Verificar %Ln ficha(s)?</source>
        <translation>
            <numerusform>Verify %Ln entry?</numerusform>
            <numerusform>Verify %Ln entries?</numerusform>
        </translation>
    </message>
    <message>
        <source>Verificar</source>
        <translation>Verify</translation>
    </message>
    <message numerus="yes">
        <source>¿Retirar %Ln ficha(s)?</source>
        <translation>
            <numerusform>Retire %Ln entry?</numerusform>
            <numerusform>Retire %Ln entries?</numerusform>
        </translation>
    </message>
    <message>
        <source>Dejan de sugerirse. No se borran: puede volver a usarlas.</source>
        <translation>They are no longer suggested. They are not deleted: you can use them again.</translation>
    </message>
    <message>
        <source>Retirar</source>
        <translation>Retire</translation>
    </message>
    <message numerus="yes">
        <source>¿Pasar %Ln ficha(s) a «{estado}»?</source>
        <translation>
            <numerusform>Change %Ln entry to “{estado}”?</numerusform>
            <numerusform>Change %Ln entries to “{estado}”?</numerusform>
        </translation>
    </message>
    <message>
        <source>Dejan de ofrecerse con una tecla hasta que alguien las verifique.</source>
        <translation>They are not offered with one key until somebody verifies them.</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ya lo tiene(n).</source>
        <translation>
            <numerusform>%Ln has it already.</numerusform>
            <numerusform>%Ln have it already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no se pueden cambiar:</source>
        <translation>
            <numerusform>%Ln cannot be changed:</numerusform>
            <numerusform>%Ln cannot be changed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Poner el tema «{valor}» a %Ln ficha(s)?</source>
        <translation>
            <numerusform>Give the topic “{valor}” to %Ln entry?</numerusform>
            <numerusform>Give the topic “{valor}” to %Ln entries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Poner el organismo «{valor}» a %Ln ficha(s)?</source>
        <translation>
            <numerusform>Give the body “{valor}” to %Ln entry?</numerusform>
            <numerusform>Give the body “{valor}” to %Ln entries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>¿Revisar antes del {valor} %Ln ficha(s)?</source>
        <translation>
            <numerusform>Review %Ln entry before {valor}?</numerusform>
            <numerusform>Review %Ln entries before {valor}?</numerusform>
        </translation>
    </message>
    <message>
        <source>De las verificadas responde usted hasta ese día.</source>
        <translation>For the verified ones you answer until that day.</translation>
    </message>
    <message>
        <source>Puede deshacerlo con Ctrl+Z.</source>
        <translation>You can undo it with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Nada que deshacer.</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>Nada que rehacer.</source>
        <translation>Nothing to redo.</translation>
    </message>
    <message numerus="yes">
        <source>Deshecho en %Ln ficha(s).</source>
        <translation>
            <numerusform>Undone in %Ln entry.</numerusform>
            <numerusform>Undone in %Ln entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hecho otra vez en %Ln ficha(s).</source>
        <translation>
            <numerusform>Done again in %Ln entry.</numerusform>
            <numerusform>Done again in %Ln entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambió(cambiaron) después y queda(n) como está(n).</source>
        <translation>
            <numerusform>%Ln was changed since and stays as it is.</numerusform>
            <numerusform>%Ln were changed since and stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrumpido.</source>
        <translation>Interrupted.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln no se pudo(pudieron) cambiar:</source>
        <translation>
            <numerusform>%Ln could not be changed:</numerusform>
            <numerusform>%Ln could not be changed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) nueva(s).</source>
        <translation>
            <numerusform>%Ln new entry.</numerusform>
            <numerusform>%Ln new entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sustituida(s).</source>
        <translation>
            <numerusform>%Ln replaced.</numerusform>
            <numerusform>%Ln replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texto(s) compartido(s).</source>
        <translation>
            <numerusform>%Ln shared text.</numerusform>
            <numerusform>%Ln shared texts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln como estaba(n).</source>
        <translation>
            <numerusform>%Ln left as it was.</numerusform>
            <numerusform>%Ln left as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no servía(n).</source>
        <translation>
            <numerusform>%Ln could not be used.</numerusform>
            <numerusform>%Ln could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) verificada(s).</source>
        <translation>
            <numerusform>%Ln entry verified.</numerusform>
            <numerusform>%Ln entries verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) retirada(s).</source>
        <translation>
            <numerusform>%Ln entry retired.</numerusform>
            <numerusform>%Ln entries retired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) en revisión.</source>
        <translation>
            <numerusform>%Ln entry under review.</numerusform>
            <numerusform>%Ln entries under review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) cambiada(s).</source>
        <translation>
            <numerusform>%Ln entry changed.</numerusform>
            <numerusform>%Ln entries changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quedará anotado que responde de ellas {quien}. La mesa las ofrecerá sola desde su día, o cuando se anote el cambio de la norma que esperan.</source>
        <translation>It will be noted that {quien} answers for them. The desk will offer them by itself from their day on, or once the change of the law they wait for is noted.</translation>
    </message>
    <message numerus="yes">
        <source>¿Anticipar %Ln ficha(s)?</source>
        <translation>
            <numerusform>Anticipate %Ln entry?</numerusform>
            <numerusform>Anticipate %Ln entries?</numerusform>
        </translation>
    </message>
    <message>
        <source>Anticipar</source>
        <translation>Anticipate</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) anticipada(s).</source>
        <translation>
            <numerusform>%Ln entry anticipated.</numerusform>
            <numerusform>%Ln entries anticipated.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quedará anotado que responde de ellas {quien}, también en otras lenguas. Desde ese momento la mesa las ofrece para enviarlas con una tecla.</source>
        <translation>It will be noted that {quien} answers for them, in other languages too. From then on the desk offers them to be sent by one key.</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Anotar el cambio de una norma</source>
        <translation>Note that a law changes</translation>
    </message>
    <message>
        <source>Norma que cambia</source>
        <translation>Law that changes</translation>
    </message>
    <message>
        <source>Su identificador, como BOE-A-2015-11724, o su dirección en boe.es.</source>
        <translation>Its identifier, such as BOE-A-2015-11724, or its address at boe.es.</translation>
    </message>
    <message>
        <source>Qué la cambia</source>
        <translation>What changes it</translation>
    </message>
    <message>
        <source>Por ejemplo: Real Decreto-ley 9/2026.</source>
        <translation>For example: Real Decreto-ley 9/2026.</translation>
    </message>
    <message>
        <source>En vigor desde</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Nota para quien revise</source>
        <translation>Note for whoever reviews</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Poner en revisión</source>
        <translation>Put under review</translation>
    </message>
    <message numerus="yes">
        <source>%Ln respuesta(s) pasará(n) a revisión.</source>
        <translation>
            <numerusform>%Ln answer will go under review.</numerusform>
            <numerusform>%Ln answers will go under review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelsDialog</name>
    <message>
        <source>Por dónde y con quién</source>
        <translation>Which way and with whom</translation>
    </message>
    <message>
        <source>Elija un trámite</source>
        <translation>Choose a procedure</translation>
    </message>
    <message>
        <source>¿Qué quiere hacer?</source>
        <translation>What do they want to do?</translation>
    </message>
    <message>
        <source>&amp;1  Tiene certificado o Cl@ve</source>
        <translation>&amp;1  Has a certificate or Cl@ve</translation>
    </message>
    <message>
        <source>&amp;2  Puede acudir a una oficina</source>
        <translation>&amp;2  Can go to an office</translation>
    </message>
    <message>
        <source>&amp;3  Vive en el extranjero</source>
        <translation>&amp;3  Lives abroad</translation>
    </message>
    <message>
        <source>Elija el país</source>
        <translation>Choose the country</translation>
    </message>
    <message>
        <source>¿Dónde vive?</source>
        <translation>Where do they live?</translation>
    </message>
    <message>
        <source>Insertar el contacto</source>
        <translation>Insert the contact</translation>
    </message>
    <message>
        <source>Insertar</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Puede hacerlo: {quien}</source>
        <translation>Who may do it: {quien}</translation>
    </message>
    <message>
        <source>{hora}. Compruebe en su web que la oficina atiende.</source>
        <translation>{hora}. Check on its website that the office is open.</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Teclas</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Las teclas de una letra no actúan mientras escribe. Puede cambiarlas o quitarlas en Ajustes.</source>
        <translation>Single-letter keys do nothing while you type. You can change or remove them in Settings.</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ComponentForm</name>
    <message>
        <source>Toda España</source>
        <translation>All of Spain</translation>
    </message>
    <message>
        <source>Minúsculas, cifras y guiones. No cambia nunca.</source>
        <translation>Lower case, figures and hyphens. It never changes.</translation>
    </message>
    <message>
        <source>Una por línea: por ellas se sabe quién pregunta por esto.</source>
        <translation>One per line: they tell who asks about this.</translation>
    </message>
    <message>
        <source>Alguien los ha comparado con la página oficial.</source>
        <translation>Somebody compared them with the official page.</translation>
    </message>
    <message>
        <source>Servicio u oficina sin guardar</source>
        <translation>Service or office not saved yet</translation>
    </message>
    <message>
        <source>datos por comprobar</source>
        <translation>data to be verified</translation>
    </message>
    <message>
        <source>Oficina abierta más cercana: {oficina}</source>
        <translation>Nearest open office: {oficina}</translation>
    </message>
    <message>
        <source>Estados por los que ha pasado</source>
        <translation>States it has been in</translation>
    </message>
    <message>
        <source>Ninguno todavía.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>Incidencias que lo han tocado</source>
        <translation>Incidents that touched it</translation>
    </message>
    <message>
        <source>Ninguna todavía.</source>
        <translation>None yet.</translation>
    </message>
</context>
<context>
    <name>ComponentPicker</name>
    <message>
        <source>Buscar un servicio u oficina</source>
        <translation>Search for a service or office</translation>
    </message>
    <message>
        <source>Servicios y oficinas afectados</source>
        <translation>Services and offices affected</translation>
    </message>
</context>
<context>
    <name>Components</name>
    <message>
        <source>Páginas web</source>
        <translation>Websites</translation>
    </message>
    <message>
        <source>Sede electrónica</source>
        <translation>Electronic office</translation>
    </message>
    <message>
        <source>Aplicaciones</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>Teléfonos</source>
        <translation>Phones</translation>
    </message>
    <message>
        <source>Oficinas</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>Identificador</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Grupo</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Cómo lo llama la gente</source>
        <translation>What people call it</translation>
    </message>
    <message>
        <source>Enlace</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Provincia</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Horario</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Latitud</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Longitud</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>Datos comprobados</source>
        <translation>Data verified</translation>
    </message>
    <message>
        <source>Ya no existe</source>
        <translation>No longer exists</translation>
    </message>
    <message>
        <source>Falta.</source>
        <translation>It is missing.</translation>
    </message>
    <message>
        <source>Solo minúsculas sin tilde, cifras y guiones.</source>
        <translation>Only plain lower case, figures and hyphens.</translation>
    </message>
    <message>
        <source>Está repetido.</source>
        <translation>It is there twice.</translation>
    </message>
    <message>
        <source>Debe ser web, sede, apps, phones u offices.</source>
        <translation>It must be web, sede, apps, phones or offices.</translation>
    </message>
    <message>
        <source>No es un texto de una línea.</source>
        <translation>It is not a text of one line.</translation>
    </message>
    <message>
        <source>Es demasiado largo.</source>
        <translation>It is too long.</translation>
    </message>
    <message>
        <source>Debe empezar por https://.</source>
        <translation>It must begin with https://.</translation>
    </message>
    <message>
        <source>Debe ser el código de la provincia, de 01 a 52.</source>
        <translation>It must be the code of the province, 01 to 52.</translation>
    </message>
    <message>
        <source>Debe ser un número de grados.</source>
        <translation>It must be a number of degrees.</translation>
    </message>
    <message>
        <source>Debe ser sí o no.</source>
        <translation>It must be yes or no.</translation>
    </message>
    <message>
        <source>Esa columna no se conoce.</source>
        <translation>That column is not known.</translation>
    </message>
    <message>
        <source>La fila no tiene todas las columnas o sus comillas no se cierran.</source>
        <translation>The row lacks columns, or its quotes never close.</translation>
    </message>
    <message>
        <source>Aquí el fichero no es JSON.</source>
        <translation>Here the file is not JSON.</translation>
    </message>
    <message>
        <source>El fichero no tiene datos.</source>
        <translation>The file holds no data.</translation>
    </message>
    <message>
        <source>Línea {linea}</source>
        <translation>Line {linea}</translation>
    </message>
</context>
<context>
    <name>ComponentsDialog</name>
    <message>
        <source>Servicios y oficinas</source>
        <translation>Services and offices</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Guardado.</source>
        <translation>Saved.</translation>
    </message>
    <message numerus="yes">
        <source>… y %n más</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No se ha importado nada: hay %n fila(s) con errores.</source>
        <translation>
            <numerusform>Nothing was imported: %n row has errors.</numerusform>
            <numerusform>Nothing was imported: %n rows have errors.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nuevos: {cuantos}</source>
        <translation>New: {cuantos}</translation>
    </message>
    <message>
        <source>Cambiados: {cuantos}</source>
        <translation>Changed: {cuantos}</translation>
    </message>
    <message>
        <source>Sin cambios: {cuantos}</source>
        <translation>Unchanged: {cuantos}</translation>
    </message>
    <message>
        <source>¿Importar el fichero?</source>
        <translation>Import the file?</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Importar</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>%n servicio(s) y oficina(s) en {fichero}</source>
        <translation>
            <numerusform>%n service or office in {fichero}</numerusform>
            <numerusform>%n services and offices in {fichero}</numerusform>
        </translation>
    </message>
    <message>
        <source>Buscar un servicio u oficina</source>
        <translation>Search for a service or office</translation>
    </message>
    <message>
        <source>Nuevo</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Importar…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Exportar…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>ya no existe</source>
        <translation>no longer exists</translation>
    </message>
    <message>
        <source>Importar servicios y oficinas</source>
        <translation>Import services and offices</translation>
    </message>
    <message>
        <source>Ficheros ({tipos})</source>
        <translation>Files ({tipos})</translation>
    </message>
    <message>
        <source>Exportar servicios y oficinas</source>
        <translation>Export services and offices</translation>
    </message>
</context>
<context>
    <name>ConflictEditor</name>
    <message>
        <source>Otra</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>Otra fecha (día/mes/año; vacía, ninguna)</source>
        <translation>Another date (day/month/year; empty, none)</translation>
    </message>
    <message>
        <source>Su enlace</source>
        <translation>Its link</translation>
    </message>
    <message>
        <source>El mismo de la ficha</source>
        <translation>The entry’s own</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Elija una conversación de la lista para leerla y responder.</source>
        <translation>Choose a conversation from the list to read and answer it.</translation>
    </message>
    <message>
        <source>Leyendo la conversación…</source>
        <translation>Reading the conversation…</translation>
    </message>
    <message>
        <source>Volver a intentarlo</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>La conversación es suya.</source>
        <translation>The conversation is yours.</translation>
    </message>
    <message>
        <source>La conversación vuelve a estar libre.</source>
        <translation>The conversation is free again.</translation>
    </message>
    <message>
        <source>La conversación queda en consulta.</source>
        <translation>The conversation is now in consultation.</translation>
    </message>
    <message>
        <source>Conversación cerrada.</source>
        <translation>Conversation closed.</translation>
    </message>
    <message>
        <source>Conversación abierta de nuevo.</source>
        <translation>Conversation reopened.</translation>
    </message>
    <message>
        <source>Envío anulado: el texto vuelve al editor.</source>
        <translation>Sending cancelled: the text is back in the editor.</translation>
    </message>
    <message>
        <source>Descartado: el texto vuelve al editor.</source>
        <translation>Discarded: the text is back in the editor.</translation>
    </message>
    <message>
        <source>Conversación</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Hilo de la conversación</source>
        <translation>Conversation thread</translation>
    </message>
    <message numerus="yes">
        <source>Mostrar %n mensaje(s) más del hilo</source>
        <translation>
            <numerusform>Show %n more post in the thread</numerusform>
            <numerusform>Show %n more posts in the thread</numerusform>
        </translation>
    </message>
    <message>
        <source>la tiene usted</source>
        <translation>yours</translation>
    </message>
    <message>
        <source>la tiene {quien}</source>
        <translation>taken by {quien}</translation>
    </message>
    <message>
        <source>▲ se parece a @{cuenta}</source>
        <translation>▲ looks like @{cuenta}</translation>
    </message>
    <message>
        <source>Soltar</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Tomar</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Consultar</source>
        <translation>Consult</translation>
    </message>
    <message>
        <source>Borrador de FAQ</source>
        <translation>FAQ draft</translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Para empezar: inicie sesión en X y escriba su nombre en Ajustes. Después revise la FAQ: solo las fichas verificadas se envían con una tecla.</source>
        <translation>To begin: sign in to X and write your name in Settings. Then review the FAQ: only verified entries are sent with one key.</translation>
    </message>
    <message>
        <source>Revisar la FAQ</source>
        <translation>Review the FAQ</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Volver a abrir</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Insultos o faltas de respeto</source>
        <translation>Insults or disrespect</translation>
    </message>
    <message>
        <source>Publicidad o mensajes en masa</source>
        <translation>Advertising or bulk posts</translation>
    </message>
    <message>
        <source>Datos personales de alguien</source>
        <translation>Somebody’s personal data</translation>
    </message>
    <message>
        <source>Odio o discriminación</source>
        <translation>Hate or discrimination</translation>
    </message>
    <message>
        <source>Esta respuesta se ha publicado dos veces: X retenía el primer envío.</source>
        <translation>This answer was published twice: X was holding the first request.</translation>
    </message>
    <message>
        <source>Borrar la repetida</source>
        <translation>Delete the repeated one</translation>
    </message>
    <message>
        <source>Anotado: no cuenta ningún bulo.</source>
        <translation>Noted: it tells no hoax.</translation>
    </message>
</context>
<context>
    <name>CoverageTab</name>
    <message>
        <source>Ver sus fichas</source>
        <translation>See their entries</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tema(s) sin ninguna respuesta verificada.</source>
        <translation>
            <numerusform>%Ln topic without any verified answer.</numerusform>
            <numerusform>%Ln topics without any verified answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sin tema</source>
        <translation>No topic</translation>
    </message>
    <message>
        <source>Ninguna respuesta verificada y vigente</source>
        <translation>No verified answer in date</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Ha ocurrido un error inesperado</source>
        <translation>An unexpected error has occurred</translation>
    </message>
    <message>
        <source>La mesa sigue abierta y nada se ha perdido ni enviado. Este es el informe completo, sin datos personales; puede copiarlo para el equipo técnico.</source>
        <translation>The desk is still open and nothing has been lost or sent. This is the full report, without personal data; you can copy it for the technical team.</translation>
    </message>
    <message>
        <source>Informe del error</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>Guardado en {ruta}</source>
        <translation>Saved in {ruta}</translation>
    </message>
    <message>
        <source>Copiar el informe</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Datos</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Carpeta de datos</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Conservar los mensajes de los ciudadanos</source>
        <translation>Keep citizens’ posts</translation>
    </message>
    <message>
        <source>De 1 a 365 días. Después se borran de este equipo; quedan los recuentos y lo que publicamos. Un plazo más corto vale desde la limpieza diaria siguiente.</source>
        <translation>From 1 to 365 days. After that they are deleted from this computer; the counts and what we published remain. A shorter time takes effect from the next daily clean-up.</translation>
    </message>
    <message>
        <source> días</source>
        <translation> days</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Solo si su red lo exige. Vacío, el del sistema. Vale al volver a abrir.</source>
        <translation>Only if your network needs one. Empty: the system’s own. Takes effect at the next start.</translation>
    </message>
    <message>
        <source>Escríbalo como http://servidor:puerto, sin usuario ni contraseña: aquí no se guardan secretos.</source>
        <translation>Write it as http://server:port, without user or password: no secrets are kept here.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>¿Reenviar este texto?</source>
        <translation>Send this text again?</translation>
    </message>
    <message>
        <source>Antes de enviarlo miraremos otra vez nuestro perfil. Aun así, si X retiene todavía el primer envío, podrían publicarse los dos: lo vigilaremos durante un día y le avisaremos para borrar el repetido.</source>
        <translation>Before sending it we look at our own profile again. Even so, if X still holds the first request, both could be published: we will watch for that during a day and tell you, so that you can delete the repeated one.</translation>
    </message>
    <message>
        <source>No reenviar</source>
        <translation>Do not send again</translation>
    </message>
    <message>
        <source>Mirar y reenviar</source>
        <translation>Look and send again</translation>
    </message>
    <message>
        <source>Está publicado</source>
        <translation>It is published</translation>
    </message>
    <message>
        <source>Dirección del mensaje en X (la que termina en cifras):</source>
        <translation>Address of the post on X (the one that ends in figures):</translation>
    </message>
</context>
<context>
    <name>DeskSection</name>
    <message>
        <source>Bandeja y envío</source>
        <translation>Inbox and sending</translation>
    </message>
    <message>
        <source>Tiempo para deshacer un envío</source>
        <translation>Time to undo sending</translation>
    </message>
    <message>
        <source>De 0 a 60 segundos. Con 0, las respuestas salen al momento.</source>
        <translation>From 0 to 60 seconds. With 0, replies leave at once.</translation>
    </message>
    <message>
        <source>Consultar X cada</source>
        <translation>Check X every</translation>
    </message>
    <message>
        <source>De 5 a 3600 segundos. Cada consulta cuenta en el gasto.</source>
        <translation>From 5 to 3600 seconds. Every check counts towards spending.</translation>
    </message>
    <message>
        <source>Avisar de las menciones nuevas</source>
        <translation>Notify me of new mentions</translation>
    </message>
    <message>
        <source>Con un aviso del sistema, aunque la ventana no esté delante.</source>
        <translation>With a system notification, even when the window is not in front.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Aviso en la primera respuesta</source>
        <translation>Notice in the first answer</translation>
    </message>
    <message>
        <source>Se añade una vez a cada persona en cada hilo y cuenta en el largo. Por ejemplo: «Información general, sin valor jurídico». Vacío, no se añade nada.</source>
        <translation>It is added once for each person in a thread and counts in the length. For instance: “General information, not legally binding”. Left empty, nothing is added.</translation>
    </message>
    <message>
        <source>Consejos de lenguaje claro</source>
        <translation>Hints for plain language</translation>
    </message>
    <message>
        <source>Se leen bajo el texto mientras escribe. No cambian nada por usted.</source>
        <translation>They stand below the text while you write. They change nothing for you.</translation>
    </message>
    <message>
        <source>De usted</source>
        <translation>Formal address</translation>
    </message>
    <message>
        <source>De tú</source>
        <translation>Informal address</translation>
    </message>
    <message>
        <source>Sin consejos</source>
        <translation>No hints</translation>
    </message>
    <message>
        <source>Pedir segunda persona para los avisos de incidencias</source>
        <translation>Ask for a second person before incident notices</translation>
    </message>
    <message>
        <source>Nada se publica hasta que otra persona pone sus iniciales y lo aprueba.</source>
        <translation>Nothing is published until somebody else gives their initials and approves it.</translation>
    </message>
    <message>
        <source>Pedir segunda persona para los desmentidos</source>
        <translation>Ask for a second person before rebuttals</translation>
    </message>
    <message>
        <source>Comprobar los enlaces cada</source>
        <translation>Check the links every</translation>
    </message>
    <message>
        <source>De 0 a 720 horas. Con 0, solo cuando usted lo pida.</source>
        <translation>From 0 to 720 hours. With 0, only when you ask for it.</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>{largo} de {tope} caracteres</source>
        <translation>{largo} of {tope} characters</translation>
    </message>
    <message>
        <source>Respuesta en espera. Puede deshacerla con {tecla}.</source>
        <translation>Reply waiting. You can undo it with {tecla}.</translation>
    </message>
    <message>
        <source>Marcada como respondida a mano.</source>
        <translation>Marked as answered by hand.</translation>
    </message>
    <message>
        <source>Hay un texto a medias: envíelo con Ctrl+↵ o bórrelo antes de usar R.</source>
        <translation>There is an unfinished text: send it with Ctrl+↵ or delete it before using R.</translation>
    </message>
    <message>
        <source>No hay ninguna incidencia abierta.</source>
        <translation>No incident is open.</translation>
    </message>
    <message>
        <source>Ninguna respuesta es segura: inserte una con 1, 2 o 3 y revísela.</source>
        <translation>No answer is sure: insert one with 1, 2 or 3 and check it.</translation>
    </message>
    <message>
        <source>Este mensaje ya tiene una respuesta nuestra.</source>
        <translation>We have already replied to this post.</translation>
    </message>
    <message>
        <source>¿Quiere enviar también esta? Se verán las dos.</source>
        <translation>Send this one as well? Both will be seen.</translation>
    </message>
    <message>
        <source>No enviar</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Enviar otra respuesta</source>
        <translation>Send another reply</translation>
    </message>
    <message>
        <source>Texto copiado y X abierto en el navegador. Cuando lo haya publicado, pulse «Marcar como respondida».</source>
        <translation>Text copied and X opened in the browser. Once you have posted it, press “Mark as answered”.</translation>
    </message>
    <message>
        <source>Respuesta para @{usuario}</source>
        <translation>Reply to @{usuario}</translation>
    </message>
    <message>
        <source>Escriba la respuesta, o inserte una sugerencia con 1, 2 o 3.</source>
        <translation>Write the reply, or insert a suggestion with 1, 2 or 3.</translation>
    </message>
    <message>
        <source>Vista previa</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Enviar</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Responder a mano</source>
        <translation>Answer by hand</translation>
    </message>
    <message>
        <source>Marcar como respondida</source>
        <translation>Mark as answered</translation>
    </message>
    <message>
        <source>Se añadirá: «{aviso}»</source>
        <translation>Will be added: “{aviso}”</translation>
    </message>
    <message>
        <source>Más claro: {consejos}</source>
        <translation>Plainer: {consejos}</translation>
    </message>
    <message>
        <source>✓ Puede responder · {precio}</source>
        <translation>✓ Ready to send · {precio}</translation>
    </message>
    <message numerus="yes">
        <source>quedan %n</source>
        <translation>
            <numerusform>%n post left</numerusform>
            <numerusform>%n posts left</numerusform>
        </translation>
    </message>
    <message>
        <source>{dinero} del mes</source>
        <translation>{dinero} left this month</translation>
    </message>
</context>
<context>
    <name>FaqHistory</name>
    <message>
        <source>Solo cambió el orden.</source>
        <translation>Only the order changed.</translation>
    </message>
    <message>
        <source>(vacío)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>sí</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Identificador</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Otras formas de preguntarlo</source>
        <translation>Other ways of asking it</translation>
    </message>
    <message>
        <source>Palabras clave</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>Respuesta</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Otras lenguas</source>
        <translation>Other languages</translation>
    </message>
    <message>
        <source>Enlace</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Necesita canal privado</source>
        <translation>Needs a private channel</translation>
    </message>
    <message>
        <source>Organismo competente</source>
        <translation>Competent body</translation>
    </message>
    <message>
        <source>Base legal</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Normas</source>
        <translation>Laws</translation>
    </message>
    <message>
        <source>No se apoya en ninguna norma</source>
        <translation>It rests on no law</translation>
    </message>
    <message>
        <source>Trámite</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Fuente oficial</source>
        <translation>Official source</translation>
    </message>
    <message>
        <source>Confianza de la fuente</source>
        <translation>Confidence of the source</translation>
    </message>
    <message>
        <source>Revisar antes del</source>
        <translation>Review before</translation>
    </message>
    <message>
        <source>En vigor desde</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Lengua</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>De quién es</source>
        <translation>Whose it is</translation>
    </message>
    <message>
        <source>Titular</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Quién responde de ella</source>
        <translation>Who answers for it</translation>
    </message>
    <message>
        <source>Verificada el</source>
        <translation>Verified on</translation>
    </message>
    <message>
        <source>Por qué se revisa</source>
        <translation>Why it is reviewed</translation>
    </message>
    <message>
        <source>Su enlace no responde desde</source>
        <translation>Its link does not answer since</translation>
    </message>
</context>
<context>
    <name>FaqPane</name>
    <message>
        <source>Leyendo la FAQ…</source>
        <translation>Reading the FAQ…</translation>
    </message>
    <message>
        <source>Buscar en {cuantas} fichas</source>
        <translation>Search {cuantas} entries</translation>
    </message>
    <message numerus="yes">
        <source>%Ln respuesta(s) importada(s) como borrador. Verifíquelas antes de ofrecerlas.</source>
        <translation>
            <numerusform>%Ln answer imported as a draft. Verify it before it is offered.</numerusform>
            <numerusform>%Ln answers imported as drafts. Verify them before they are offered.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verificar todas…</source>
        <translation>Verify all…</translation>
    </message>
    <message>
        <source>{hechas} de {total}</source>
        <translation>{hechas} of {total}</translation>
    </message>
    <message>
        <source>Volver a intentarlo</source>
        <translation>Try again</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) guardada(s) en {fichero}.</source>
        <translation>
            <numerusform>%Ln entry saved in {fichero}.</numerusform>
            <numerusform>%Ln entries saved in {fichero}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Elija antes una o varias fichas de la lista.</source>
        <translation>First choose one or more entries from the list.</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>FAQ</translation>
    </message>
    <message>
        <source>Nueva</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Ficha nueva</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Importar…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Exportar…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Buscar en la FAQ</source>
        <translation>Search the FAQ</translation>
    </message>
    <message>
        <source>Fichas de la FAQ</source>
        <translation>FAQ entries</translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ninguna ficha cumple lo que busca.</source>
        <translation>No entry matches your search.</translation>
    </message>
    <message>
        <source>La FAQ está vacía. Escriba la primera ficha o importe un fichero.</source>
        <translation>The FAQ is empty. Write the first entry or import a file.</translation>
    </message>
    <message>
        <source>Qué falta…</source>
        <translation>What is missing…</translation>
    </message>
    <message numerus="yes">
        <source>Libro con %Ln respuesta(s) guardado en {fichero}.</source>
        <translation>
            <numerusform>Book with %Ln answer saved in {fichero}.</numerusform>
            <numerusform>Book with %Ln answers saved in {fichero}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaqPlace</name>
    <message>
        <source>Importar fichas</source>
        <translation>Import entries</translation>
    </message>
    <message>
        <source>Exportar la FAQ</source>
        <translation>Export the FAQ</translation>
    </message>
    <message>
        <source>Fichas (*.xlsx *.csv *.json *.md)</source>
        <translation>Entries (*.xlsx *.csv *.json *.md)</translation>
    </message>
    <message>
        <source>Hoja de cálculo (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>Texto con separadores (*.csv)</source>
        <translation>Separated text (*.csv)</translation>
    </message>
    <message>
        <source>Libro de la FAQ</source>
        <translation>Book of the FAQ</translation>
    </message>
    <message>
        <source>Libro (*.pdf *.html)</source>
        <translation>Book (*.pdf *.html)</translation>
    </message>
    <message>
        <source>Página web (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
    <message>
        <source>libro-faq.pdf</source>
        <translation>faq-book.pdf</translation>
    </message>
</context>
<context>
    <name>FaqRows</name>
    <message>
        <source>Sin fecha de revisión</source>
        <translation>No review date</translation>
    </message>
    <message>
        <source>▲ Revisión vencida el {fecha}</source>
        <translation>▲ Review was due on {fecha}</translation>
    </message>
    <message>
        <source>▲ Revisar antes del {fecha}</source>
        <translation>▲ Review before {fecha}</translation>
    </message>
    <message>
        <source>Revisar antes del {fecha}</source>
        <translation>Review before {fecha}</translation>
    </message>
    <message>
        <source>Versión {numero}</source>
        <translation>Version {numero}</translation>
    </message>
    <message>
        <source>Se ofrece con una tecla</source>
        <translation>Offered with one key</translation>
    </message>
</context>
<context>
    <name>FaqVariants</name>
    <message>
        <source>Quitar las que tienen avisos</source>
        <translation>Remove those with warnings</translation>
    </message>
    <message>
        <source>Respuesta en {lengua}</source>
        <translation>Answer in {lengua}</translation>
    </message>
    <message>
        <source>Enlace en {lengua}</source>
        <translation>Link in {lengua}</translation>
    </message>
    <message>
        <source>El mismo de la ficha</source>
        <translation>The entry’s own</translation>
    </message>
    <message>
        <source>Sus cifras, fechas, enlaces y negaciones son las del español.</source>
        <translation>Its figures, dates, links and negations are those of the Spanish.</translation>
    </message>
    <message>
        <source>Vacía: se responde en español. Escríbala con sus mismas cifras, fechas, enlaces y negaciones.</source>
        <translation>Empty: the answer goes out in Spanish. Write it with the same figures, dates, links and negations.</translation>
    </message>
    <message>
        <source>con avisos</source>
        <translation>with warnings</translation>
    </message>
    <message>
        <source>escrita</source>
        <translation>written</translation>
    </message>
    <message>
        <source>vacía</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message numerus="yes">
        <source>%Ln ficha(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Organismo: todos</source>
        <translation>Public body: all</translation>
    </message>
    <message>
        <source>Todos los estados</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Organismo</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Uso, lenguas y revisión</source>
        <translation>Use, languages and review</translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Todos los temas</source>
        <translation>All topics</translation>
    </message>
    <message>
        <source>Sin versión en {lengua}</source>
        <translation>No version in {lengua}</translation>
    </message>
    <message>
        <source>Todas las fichas</source>
        <translation>All entries</translation>
    </message>
    <message>
        <source>Por revisar en 30 días</source>
        <translation>Review due in 30 days</translation>
    </message>
    <message>
        <source>Sin norma ni marca</source>
        <translation>No law and not marked</translation>
    </message>
    <message>
        <source>Nunca usadas</source>
        <translation>Never used</translation>
    </message>
    <message>
        <source>Las más usadas</source>
        <translation>Most used</translation>
    </message>
    <message>
        <source>Solo para mí</source>
        <translation>Only for me</translation>
    </message>
</context>
<context>
    <name>ForgetPerson</name>
    <message>
        <source>¿Borrar todo lo de @{quien}?</source>
        <translation>Delete everything about @{quien}?</translation>
    </message>
    <message>
        <source>Se borran de este equipo sus mensajes, sus conversaciones, los borradores y las respuestas que aún no han salido. Lo que ya es público sigue en X. No se puede deshacer.</source>
        <translation>Their posts, their conversations, the drafts and the replies that have not yet left are deleted from this computer. What is already public stays on X. This cannot be undone.</translation>
    </message>
    <message>
        <source>No borrar</source>
        <translation>Do not delete</translation>
    </message>
    <message>
        <source>Borrar todo</source>
        <translation>Delete everything</translation>
    </message>
    <message>
        <source>Mensajes borrados: {0}</source>
        <translation>Posts deleted: {0}</translation>
    </message>
    <message>
        <source>Conversaciones borradas: {0}</source>
        <translation>Conversations deleted: {0}</translation>
    </message>
    <message>
        <source>Borradores eliminados: {0}</source>
        <translation>Drafts deleted: {0}</translation>
    </message>
    <message>
        <source>Respuestas anuladas antes de salir: {0}</source>
        <translation>Replies cancelled before they left: {0}</translation>
    </message>
    <message>
        <source>Respuestas que siguen públicas en X: {0}</source>
        <translation>Replies still public on X: {0}</translation>
    </message>
    <message>
        <source>Copias de seguridad que se borrarán al vencer su plazo: {0}</source>
        <translation>Backups that will be deleted when their time is up: {0}</translation>
    </message>
    <message>
        <source>El borrado definitivo del disco se completa en segundo plano.</source>
        <translation>The final deletion from the disk is completed in the background.</translation>
    </message>
    <message>
        <source>Sello en el registro: {0}</source>
        <translation>Seal in the record: {0}</translation>
    </message>
    <message>
        <source>Se ha borrado todo lo de esta persona.</source>
        <translation>Everything about this person has been deleted.</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Guardando…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>¿Guardar los cambios de «{pregunta}»?</source>
        <translation>Save the changes to “{pregunta}”?</translation>
    </message>
    <message>
        <source>ficha nueva</source>
        <translation>new entry</translation>
    </message>
    <message>
        <source>Hay cambios que no ha guardado.</source>
        <translation>There are changes you have not saved.</translation>
    </message>
    <message>
        <source>Seguir editando</source>
        <translation>Keep editing</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Alguien ha cambiado esta ficha mientras usted la editaba.</source>
        <translation>Somebody has changed this entry while you were editing it.</translation>
    </message>
    <message>
        <source>Ahora está guardada la versión {numero}, con esta respuesta:

{respuesta}

Si guarda la suya encima, la otra queda en el historial.</source>
        <translation>Version {numero} is now saved, with this answer:

{respuesta}

If you save yours over it, the other stays in the history.</translation>
    </message>
    <message>
        <source>Descartar lo mío</source>
        <translation>Discard mine</translation>
    </message>
    <message>
        <source>Guardar lo mío encima</source>
        <translation>Save mine over it</translation>
    </message>
    <message>
        <source>Ficha guardada: {estado}, versión {numero}.</source>
        <translation>Entry saved: {estado}, version {numero}.</translation>
    </message>
    <message>
        <source>Propuesta hecha: la decide quien edita. La ficha sigue igual.</source>
        <translation>Proposed: an editor decides. The entry stays as it is.</translation>
    </message>
    <message>
        <source>Se han recuperado los cambios que no guardó la última vez.</source>
        <translation>The changes you did not save last time have been recovered.</translation>
    </message>
    <message>
        <source>Historial…</source>
        <translation>History…</translation>
    </message>
    <message>
        <source>Deshacer cambios</source>
        <translation>Undo changes</translation>
    </message>
    <message>
        <source>Ficha nueva</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>verificada por {quien} el {fecha}</source>
        <translation>verified by {quien} on {fecha}</translation>
    </message>
    <message numerus="yes">
        <source>usada %Ln vez(veces)</source>
        <translation>
            <numerusform>used %Ln time</numerusform>
            <numerusform>used %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln persona(s) han señalado una mejora</source>
        <translation>
            <numerusform>%Ln person pointed out an improvement</numerusform>
            <numerusform>%Ln people pointed out an improvement</numerusform>
        </translation>
    </message>
    <message>
        <source>Aquí se lee y se cambia la ficha que elija en la lista.</source>
        <translation>The entry you choose in the list is read and changed here.</translation>
    </message>
    <message numerus="yes">
        <source>▲ Hay %Ln campo(s) que corregir.</source>
        <translation>
            <numerusform>▲ %Ln field to correct.</numerusform>
            <numerusform>▲ %Ln fields to correct.</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ Al guardar, usted responde de esta ficha verificada.</source>
        <translation>▲ By saving, you vouch for this verified entry.</translation>
    </message>
    <message>
        <source>● Cambios sin guardar</source>
        <translation>● Unsaved changes</translation>
    </message>
    <message>
        <source>Verificar</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Poner en revisión</source>
        <translation>Put under review</translation>
    </message>
    <message>
        <source>Retirar</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Volver a borrador</source>
        <translation>Back to draft</translation>
    </message>
    <message>
        <source>Anticipar</source>
        <translation>Anticipate</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Más claro: {consejos}</source>
        <translation>Plainer: {consejos}</translation>
    </message>
    <message>
        <source>Se parece a una ficha que ya está: «{pregunta}»</source>
        <translation>Like an entry that is there already: “{pregunta}”</translation>
    </message>
    <message>
        <source>Verla</source>
        <translation>See it</translation>
    </message>
    <message>
        <source>Lo que pregunta la ciudadanía</source>
        <translation>What citizens ask</translation>
    </message>
    <message>
        <source>La respuesta pública</source>
        <translation>The public answer</translation>
    </message>
    <message>
        <source>Otras lenguas</source>
        <translation>Other languages</translation>
    </message>
    <message>
        <source>Qué la respalda</source>
        <translation>What supports it</translation>
    </message>
    <message>
        <source>Sin fecha</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>Ya</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Ninguno</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Elija un tema</source>
        <translation>Choose a topic</translation>
    </message>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Otras formas de preguntarlo</source>
        <translation>Other ways of asking</translation>
    </message>
    <message>
        <source>Una por línea, como las escribe la gente, con sus faltas.</source>
        <translation>One a line, as people write them, mistakes included.</translation>
    </message>
    <message>
        <source>Palabras clave</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>Separadas por comas.</source>
        <translation>Separated by commas.</translation>
    </message>
    <message>
        <source>Respuesta</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Escriba {enlace} donde deba ir el enlace. Los demás huecos se rellenan al usarla.</source>
        <translation>Write {enlace} where the link belongs. The other slots are filled when it is used.</translation>
    </message>
    <message>
        <source>Enlace</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Página oficial, con https://</source>
        <translation>Official page, with https://</translation>
    </message>
    <message>
        <source>Necesita canal privado</source>
        <translation>Needs a private channel</translation>
    </message>
    <message>
        <source>El caso concreto no se puede resolver en público.</source>
        <translation>The individual case cannot be settled in public.</translation>
    </message>
    <message>
        <source>Solo para mí</source>
        <translation>Only for me</translation>
    </message>
    <message>
        <source>La ve quien tenga sus iniciales; no sale con una tecla ni en los ficheros.</source>
        <translation>Whoever has your initials sees it; it goes neither by one key nor into files.</translation>
    </message>
    <message>
        <source>Trámite</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Desde una mención dice por dónde puede hacerlo cada uno.</source>
        <translation>From a mention it says which way each person can take.</translation>
    </message>
    <message>
        <source>No se apoya en ninguna norma</source>
        <translation>It rests on no law</translation>
    </message>
    <message>
        <source>Para que se sepa que alguien lo miró.</source>
        <translation>So that it is known that somebody looked.</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Organismo competente</source>
        <translation>Responsible body</translation>
    </message>
    <message>
        <source>Base legal</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Norma y artículo.</source>
        <translation>Law and article.</translation>
    </message>
    <message>
        <source>Fuente oficial</source>
        <translation>Official source</translation>
    </message>
    <message>
        <source>Sin ella no se puede verificar la ficha.</source>
        <translation>Without it the entry cannot be verified.</translation>
    </message>
    <message>
        <source>Revisar antes del</source>
        <translation>Review before</translation>
    </message>
    <message>
        <source>Desde ese día deja de ofrecerse sin revisión.</source>
        <translation>From that day it is not offered without a review.</translation>
    </message>
    <message>
        <source>En vigor desde</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Antes de ese día no se ofrece.</source>
        <translation>Before that day it is not offered.</translation>
    </message>
    <message numerus="yes">
        <source>Sobran %Ln carácter(es): en X caben 280.</source>
        <translation>
            <numerusform>%Ln character too many: X takes 280.</numerusform>
            <numerusform>%Ln characters too many: X takes 280.</numerusform>
        </translation>
    </message>
    <message>
        <source>La pregunta necesita alguna palabra con letras.</source>
        <translation>The question needs at least one word with letters.</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>En los últimos {dias} días no consta ninguna pregunta.</source>
        <translation>No question is on record in the last {dias} days.</translation>
    </message>
    <message>
        <source>En los últimos {dias} días: {si} de {todas} preguntas tenían una respuesta verificada ({parte} %).</source>
        <translation>In the last {dias} days: {si} of {todas} questions had a verified answer ({parte} %).</translation>
    </message>
    <message>
        <source>Preguntas sin buena respuesta</source>
        <translation>Questions without a good answer</translation>
    </message>
    <message>
        <source>Veces</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Lo más parecido en la FAQ</source>
        <translation>Nearest in the FAQ</translation>
    </message>
    <message>
        <source>Última vez</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>Cobertura de los temas</source>
        <translation>Coverage of topics</translation>
    </message>
    <message>
        <source>Verificadas</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Borradores</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>En revisión</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Vencidas</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Anticipadas</source>
        <translation>Anticipated</translation>
    </message>
    <message>
        <source>Preguntas</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Con respuesta</source>
        <translation>Answered</translation>
    </message>
</context>
<context>
    <name>GapsTab</name>
    <message>
        <source>Crear borrador</source>
        <translation>Make a draft</translation>
    </message>
    <message>
        <source>Ver la ficha parecida</source>
        <translation>See the nearest entry</translation>
    </message>
    <message>
        <source>Ninguna pregunta reciente se ha quedado sin una buena respuesta.</source>
        <translation>No recent question was left without a good answer.</translation>
    </message>
    <message>
        <source>Nada parecido</source>
        <translation>Nothing like it</translation>
    </message>
</context>
<context>
    <name>GroupsDialog</name>
    <message>
        <source>La misma duda, muchas personas</source>
        <translation>The same question, many people</translation>
    </message>
    <message>
        <source>Dudas repetidas, la de más personas primero</source>
        <translation>Repeated questions, the one of most people first</translation>
    </message>
    <message>
        <source>Respuesta para todas</source>
        <translation>Answer for all</translation>
    </message>
    <message>
        <source>Aprobar esta respuesta</source>
        <translation>Approve this answer</translation>
    </message>
    <message>
        <source>Apruebe antes la respuesta para todas.</source>
        <translation>Approve the answer for all first.</translation>
    </message>
    <message>
        <source>Ahora no hay dudas repetidas entre las menciones pendientes.</source>
        <translation>No question is repeated among the pending mentions now.</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Agrupadas porque la ficha más probable es la misma.</source>
        <translation>Grouped because their likeliest entry is the same.</translation>
    </message>
    <message>
        <source>Agrupadas porque sus palabras se parecen.</source>
        <translation>Grouped because their words are alike.</translation>
    </message>
    <message>
        <source>Respuesta aprobada</source>
        <translation>Answer approved</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guía de la mesa</source>
        <translation>Guide to the desk</translation>
    </message>
    <message>
        <source>Apartados de la guía</source>
        <translation>Sections of the guide</translation>
    </message>
    <message>
        <source>Texto del apartado</source>
        <translation>Text of the section</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Historial de la ficha</source>
        <translation>History of the entry</translation>
    </message>
    <message>
        <source>Versiones</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Versión {numero}</source>
        <translation>Version {numero}</translation>
    </message>
    <message>
        <source>sin nombre</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Poner este texto en el formulario</source>
        <translation>Put this text in the form</translation>
    </message>
    <message>
        <source>Qué cambió</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>la mesa, por sí misma</source>
        <translation>the desk, by itself</translation>
    </message>
    <message>
        <source>propuesta de {autor}, aprobada por {editor}</source>
        <translation>proposed by {autor}, approved by {editor}</translation>
    </message>
    <message>
        <source>Se guardó sin cambios.</source>
        <translation>It was saved without changes.</translation>
    </message>
    <message>
        <source>Así empezó</source>
        <translation>How it began</translation>
    </message>
    <message>
        <source>Recuperar lo de antes en «{campo}»</source>
        <translation>Bring back what was before in “{campo}”</translation>
    </message>
    <message>
        <source>Recuperar</source>
        <translation>Bring back</translation>
    </message>
</context>
<context>
    <name>HoaxForm</name>
    <message>
        <source>Qué se afirma</source>
        <translation>What is claimed</translation>
    </message>
    <message>
        <source>Con palabras neutras y sin exclamaciones. No se publica.</source>
        <translation>In neutral words, without exclamations. It is not published.</translation>
    </message>
    <message>
        <source>Cómo lo cuentan</source>
        <translation>How people tell it</translation>
    </message>
    <message>
        <source>Una por línea, sin nombres. Sirven para reconocerlo cuando vuelva.</source>
        <translation>One a line, without names. They serve to recognise it when it returns.</translation>
    </message>
    <message>
        <source>De quién es</source>
        <translation>Whose it is</translation>
    </message>
    <message>
        <source>Organismo</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Qué se responde a quien pregunta</source>
        <translation>What people who ask are told</translation>
    </message>
    <message>
        <source>Qué pasa a quien lo cree</source>
        <translation>What happens to who believes it</translation>
    </message>
    <message>
        <source>1. El hecho</source>
        <translation>1. The fact</translation>
    </message>
    <message>
        <source>Lo que es verdad. Es la primera frase.</source>
        <translation>What is true. It is the first sentence.</translation>
    </message>
    <message>
        <source>2. Por qué es falso</source>
        <translation>2. Why it is false</translation>
    </message>
    <message>
        <source>Sin citar ni enlazar el bulo.</source>
        <translation>Without quoting or linking the hoax.</translation>
    </message>
    <message>
        <source>3. Fuentes oficiales</source>
        <translation>3. Official sources</translation>
    </message>
    <message>
        <source>4. Dónde comprobarlo</source>
        <translation>4. Where to check</translation>
    </message>
    <message>
        <source>Notas internas</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Exportar…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Publicar</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Bulo nuevo</source>
        <translation>New hoax</translation>
    </message>
    <message>
        <source>Ficha del bulo</source>
        <translation>The hoax’s entry</translation>
    </message>
    <message>
        <source>Recuperar</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>Archivar</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Se aconseja: {consejo}</source>
        <translation>Advice: {consejo}</translation>
    </message>
    <message>
        <source>No cabe en una publicación: se ofrece un hilo.</source>
        <translation>Too long for one post: a thread is offered.</translation>
    </message>
    <message>
        <source>✓ Se puede publicar. Fijarlo en el perfil se hace a mano en X.</source>
        <translation>✓ It can be published. Pinning it to the profile is done by hand on X.</translation>
    </message>
    <message numerus="yes">
        <source>Publicar en un hilo de %n parte(s)</source>
        <translation>
            <numerusform>Publish as a thread of %n part</numerusform>
            <numerusform>Publish as a thread of %n parts</numerusform>
        </translation>
    </message>
    <message>
        <source>Dónde se ha visto</source>
        <translation>Where it was seen</translation>
    </message>
    <message>
        <source>Direcciones de publicaciones, una por línea; nunca el mensaje de una persona.</source>
        <translation>Addresses of publications, one a line; never a person&apos;s message.</translation>
    </message>
    <message>
        <source>Qué es</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Una por línea: título, fecha si la tiene (2026-03-12) y dirección de gob.es, Seguridad Social o BOE.</source>
        <translation>One a line: title, date if it has one (2026-03-12) and address of gob.es, Social Security or the BOE.</translation>
    </message>
    <message>
        <source>Lo que hemos dicho:</source>
        <translation>What we have said:</translation>
    </message>
</context>
<context>
    <name>HoaxList</name>
    <message numerus="yes">
        <source>%n persona(s) preguntan</source>
        <translation>
            <numerusform>%n person asks</numerusform>
            <numerusform>%n people ask</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hoaxes</name>
    <message>
        <source>Borrador</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Preparado</source>
        <translation>Prepared</translation>
    </message>
    <message>
        <source>Rebatido</source>
        <translation>Rebutted</translation>
    </message>
    <message>
        <source>Archivado</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Es materia nuestra</source>
        <translation>It is our matter</translation>
    </message>
    <message>
        <source>Es de otro organismo: se remite</source>
        <translation>Another body’s: passed on</translation>
    </message>
    <message>
        <source>No se puede comprobar</source>
        <translation>It cannot be checked</translation>
    </message>
    <message>
        <source>Poco daño</source>
        <translation>Little harm</translation>
    </message>
    <message>
        <source>Asusta o deja sin un derecho</source>
        <translation>Frightens, or costs a right</translation>
    </message>
    <message>
        <source>Roba dinero o datos</source>
        <translation>Steals money or data</translation>
    </message>
    <message>
        <source>Sin menciones todavía</source>
        <translation>No mentions yet</translation>
    </message>
    <message>
        <source>No responder todavía: hacerlo lo difundiría.</source>
        <translation>No answer yet: it would spread it.</translation>
    </message>
    <message>
        <source>Preparar el texto, sin publicarlo.</source>
        <translation>Prepare the text, without publishing it.</translation>
    </message>
    <message>
        <source>Rebatir.</source>
        <translation>Rebut it.</translation>
    </message>
    <message>
        <source>Remitir a quien le corresponde.</source>
        <translation>Pass it on to whose it is.</translation>
    </message>
    <message>
        <source>Apenas pregunta nadie.</source>
        <translation>Hardly anybody asks.</translation>
    </message>
    <message>
        <source>Quien lo cree pierde dinero o datos.</source>
        <translation>Who believes it loses money or data.</translation>
    </message>
    <message>
        <source>Ya circuló antes.</source>
        <translation>It went round before.</translation>
    </message>
    <message>
        <source>No hay con qué contrastarlo.</source>
        <translation>There is nothing to check it against.</translation>
    </message>
    <message>
        <source>No es materia nuestra.</source>
        <translation>It is not our matter.</translation>
    </message>
    <message>
        <source>Es falso</source>
        <translation>It is false</translation>
    </message>
    <message>
        <source>Engaña con algo cierto</source>
        <translation>Misleads with something true</translation>
    </message>
    <message>
        <source>Fue cierto y ya no lo es</source>
        <translation>Was true, no longer is</translation>
    </message>
    <message>
        <source>{fecha}, por {quien}</source>
        <translation>{fecha}, by {quien}</translation>
    </message>
    <message>
        <source>{fecha}, por {quien}; aprobado por {otra}</source>
        <translation>{fecha}, by {quien}; approved by {otra}</translation>
    </message>
    <message>
        <source> · todavía no consta en X</source>
        <translation> · not on X yet</translation>
    </message>
</context>
<context>
    <name>HoaxesPane</name>
    <message>
        <source>Ficha guardada.</source>
        <translation>Entry saved.</translation>
    </message>
    <message>
        <source>Estaba sin guardar: sigue como lo dejó.</source>
        <translation>It was not saved: it goes on as you left it.</translation>
    </message>
    <message>
        <source>Descartar los cambios</source>
        <translation>Discard the changes</translation>
    </message>
    <message>
        <source>El texto espera a una segunda persona. No se ha publicado nada.</source>
        <translation>The text waits for a second person. Nothing has been published.</translation>
    </message>
    <message>
        <source>Desmentido en espera. Puede deshacerlo con Z.</source>
        <translation>Rebuttal waiting. You can undo it with Z.</translation>
    </message>
    <message>
        <source>Carpeta para el desmentido</source>
        <translation>Folder for the rebuttal</translation>
    </message>
    <message>
        <source>Bulos</source>
        <translation>Hoaxes</translation>
    </message>
    <message>
        <source>Nuevo</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Anotar un bulo</source>
        <translation>Note a hoax</translation>
    </message>
    <message>
        <source>Bulos, primero los que hacen preguntar</source>
        <translation>Hoaxes, those people ask about first</translation>
    </message>
    <message>
        <source>No hay bulos anotados. Pulse B en una mención para anotar el que cuenta.</source>
        <translation>No hoaxes noted. Press B on a mention to note the one it tells.</translation>
    </message>
    <message>
        <source>Elija un bulo para ver qué se sabe y qué se ha dicho, o anote uno.</source>
        <translation>Choose a hoax to see what is known and what was said, or note one.</translation>
    </message>
</context>
<context>
    <name>ImageRow</name>
    <message>
        <source>Añadir una imagen…</source>
        <translation>Add an image…</translation>
    </message>
    <message>
        <source>Describa la imagen para quien no la ve</source>
        <translation>Describe the image for people who cannot see it</translation>
    </message>
    <message>
        <source>Texto alternativo de la imagen</source>
        <translation>Alternative text of the image</translation>
    </message>
    <message>
        <source>Quitar la imagen</source>
        <translation>Remove the image</translation>
    </message>
    <message>
        <source>Añadir una imagen</source>
        <translation>Add an image</translation>
    </message>
    <message>
        <source>Imágenes ({tipos})</source>
        <translation>Images ({tipos})</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Importar fichas</source>
        <translation>Import entries</translation>
    </message>
    <message>
        <source>Filas del fichero</source>
        <translation>Rows of the file</translation>
    </message>
    <message>
        <source>Ficha</source>
        <translation>Entry</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nueva(s)</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cambia(n)</source>
        <translation>
            <numerusform>%Ln changes</numerusform>
            <numerusform>%Ln change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no se puede(n) usar</source>
        <translation>
            <numerusform>%Ln cannot be used</numerusform>
            <numerusform>%Ln cannot be used</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Importar</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ficha(s) nueva(s)</source>
        <translation>
            <numerusform>%Ln new entry</numerusform>
            <numerusform>%Ln new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln con otro texto</source>
        <translation>
            <numerusform>%Ln with other text</numerusform>
            <numerusform>%Ln with other text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln igual(es)</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fila(s) que no sirve(n)</source>
        <translation>
            <numerusform>%Ln row that cannot be used</numerusform>
            <numerusform>%Ln rows that cannot be used</numerusform>
        </translation>
    </message>
    <message>
        <source>Puede importar las buenas y corregir después las otras.</source>
        <translation>You can import the good ones and correct the others later.</translation>
    </message>
    <message>
        <source>Línea {numero}</source>
        <translation>Line {numero}</translation>
    </message>
    <message>
        <source>Falta este dato.</source>
        <translation>This value is missing.</translation>
    </message>
    <message>
        <source>El dato no es de la clase que debe ser.</source>
        <translation>The value is not of the right kind.</translation>
    </message>
    <message>
        <source>La fecha debe escribirse como 2027-06-30.</source>
        <translation>The date must be written as 2027-06-30.</translation>
    </message>
    <message>
        <source>Otra fila lleva el mismo identificador.</source>
        <translation>Another row has the same identifier.</translation>
    </message>
    <message>
        <source>El valor no es ninguno de los posibles.</source>
        <translation>The value is not one of those possible.</translation>
    </message>
    <message>
        <source>El fichero no es JSON: está cortado o mal escrito en esta línea.</source>
        <translation>The file is not JSON: it is cut off or badly written at this line.</translation>
    </message>
    <message>
        <source>El fichero no contiene una lista de fichas.</source>
        <translation>The file does not hold a list of entries.</translation>
    </message>
    <message>
        <source>Aquí</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>En el fichero</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Se queda</source>
        <translation>What stays</translation>
    </message>
    <message>
        <source>Fichero</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Dejar lo de aquí</source>
        <translation>Keep what is here</translation>
    </message>
    <message>
        <source>Poner lo del fichero</source>
        <translation>Take the file&apos;s</translation>
    </message>
    <message>
        <source>Escribir otra</source>
        <translation>Write another</translation>
    </message>
    <message numerus="yes">
        <source>%Ln necesita(n) una decisión</source>
        <translation>
            <numerusform>%Ln needs a decision</numerusform>
            <numerusform>%Ln need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texto(s) compartido(s)</source>
        <translation>
            <numerusform>%Ln shared text</numerusform>
            <numerusform>%Ln shared texts</numerusform>
        </translation>
    </message>
    <message>
        <source>Sin decidir</source>
        <translation>Not decided</translation>
    </message>
    <message>
        <source>Lo del fichero</source>
        <translation>The file&apos;s</translation>
    </message>
    <message>
        <source>Lo de aquí</source>
        <translation>What is here</translation>
    </message>
    <message>
        <source>Escriba el día así: 30/06/2027.</source>
        <translation>Write the day like this: 30/06/2027.</translation>
    </message>
    <message>
        <source>Otra ▲</source>
        <translation>Another ▲</translation>
    </message>
    <message>
        <source>Otra</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>▲ Corrija lo que ha escrito.</source>
        <translation>▲ Correct what you have written.</translation>
    </message>
    <message>
        <source>Lo que no decida se queda como está aquí.</source>
        <translation>What you do not decide stays as it is here.</translation>
    </message>
    <message>
        <source>Se ha leído como texto de Windows: compruebe las tildes.</source>
        <translation>It was read as Windows text: check the accents.</translation>
    </message>
    <message>
        <source>Se ha leído como UTF-16.</source>
        <translation>It was read as UTF-16.</translation>
    </message>
    <message>
        <source>La fila está a medias: no tiene las columnas del encabezado.</source>
        <translation>The row is incomplete: it does not have the columns of the heading.</translation>
    </message>
    <message>
        <source>La celda es una fórmula: escriba el texto.</source>
        <translation>The cell is a formula: write the text.</translation>
    </message>
    <message>
        <source>El texto es demasiado largo.</source>
        <translation>The text is too long.</translation>
    </message>
    <message>
        <source>El fichero tiene más fichas de las que se admiten.</source>
        <translation>The file has more entries than can be taken.</translation>
    </message>
    <message>
        <source>Ninguna ficha tiene este campo.</source>
        <translation>No entry has this field.</translation>
    </message>
    <message>
        <source>Este texto no pertenece a ningún campo.</source>
        <translation>This text belongs to no field.</translation>
    </message>
</context>
<context>
    <name>InboxCard</name>
    <message>
        <source>◆ Dato personal oculto</source>
        <translation>◆ Personal data hidden</translation>
    </message>
    <message>
        <source>● Respuesta verificada</source>
        <translation>● Verified answer</translation>
    </message>
    <message>
        <source>Sin respuesta segura</source>
        <translation>No sure answer</translation>
    </message>
    <message>
        <source>Vuelve a escribir</source>
        <translation>Writes again</translation>
    </message>
    <message>
        <source>espera desde hace {tiempo}</source>
        <translation>waiting for {tiempo}</translation>
    </message>
    <message>
        <source>fuera de plazo</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>Texto oculto: hace más de 24 h que no se comprueba en X.</source>
        <translation>Text covered: not checked on X for more than 24 h.</translation>
    </message>
    <message>
        <source>■ Bulo conocido</source>
        <translation>■ Known hoax</translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message>
        <source>Leyendo las conversaciones…</source>
        <translation>Reading the conversations…</translation>
    </message>
    <message>
        <source>Buscar en {cuantas} conversaciones</source>
        <translation>Search {cuantas} conversations</translation>
    </message>
    <message numerus="yes">
        <source>%n mención(es) nueva(s)</source>
        <translation>
            <numerusform>%n new mention</numerusform>
            <numerusform>%n new mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Volver a intentarlo</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Bandeja</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Buscar conversaciones</source>
        <translation>Search conversations</translation>
    </message>
    <message>
        <source>Conversaciones</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Solo preguntas</source>
        <translation>Questions only</translation>
    </message>
    <message>
        <source>Oculta agradecimientos, saludos y comentarios</source>
        <translation>Hides thanks, greetings and comments</translation>
    </message>
    <message>
        <source>Ninguna conversación contiene esas palabras.</source>
        <translation>No conversation contains those words.</translation>
    </message>
    <message>
        <source>Borrar la búsqueda</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Consultar ahora</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Iniciar sesión</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>No hay menciones nuevas. Aparecerán aquí en cuanto lleguen.</source>
        <translation>There are no new mentions. They will appear here as soon as they arrive.</translation>
    </message>
    <message>
        <source>No hay conversaciones en esta lista.</source>
        <translation>There are no conversations in this list.</translation>
    </message>
    <message>
        <source>Ver las nuevas</source>
        <translation>Show the new ones</translation>
    </message>
    <message>
        <source>Nuevas</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Mías</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>En consulta</source>
        <translation>Consulting</translation>
    </message>
    <message>
        <source>Respondidas</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Cerradas</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Todas</source>
        <translation>All</translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) espera(n).</source>
        <translation>
            <numerusform>%n person is waiting.</numerusform>
            <numerusform>%n people are waiting.</numerusform>
        </translation>
    </message>
    <message>
        <source>Aviso prometido para las {hora}</source>
        <translation>Update promised for {hora}</translation>
    </message>
    <message>
        <source>Próximo aviso {hora}</source>
        <translation>Next update {hora}</translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentDetail</name>
    <message>
        <source>Publicar una novedad</source>
        <translation>Publish an update</translation>
    </message>
    <message>
        <source>Dar por resuelta</source>
        <translation>Mark as resolved</translation>
    </message>
    <message>
        <source>Texto para otros canales…</source>
        <translation>Text for other channels…</translation>
    </message>
    <message>
        <source>Lo que hemos dicho</source>
        <translation>What we have said</translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) esperan esta respuesta</source>
        <translation>
            <numerusform>%n person waits for this answer</numerusform>
            <numerusform>%n people wait for this answer</numerusform>
        </translation>
    </message>
    <message>
        <source>Volver a abrir</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Dar por completado</source>
        <translation>Mark as completed</translation>
    </message>
    <message>
        <source>Según el horario está en «{estado}» y no se ha dicho en X.</source>
        <translation>By the schedule it is in “{estado}”, and nobody has said so on X.</translation>
    </message>
    <message>
        <source>Ha pasado la hora del aviso prometido.</source>
        <translation>The promised notice is overdue.</translation>
    </message>
    <message>
        <source>Preparar el aviso</source>
        <translation>Prepare the notice</translation>
    </message>
    <message>
        <source>Cambio de estado según el horario previsto.</source>
        <translation>Change of state by the schedule.</translation>
    </message>
    <message>
        <source>Corrige un aviso anterior.</source>
        <translation>Corrects an earlier notice.</translation>
    </message>
    <message>
        <source>Borrado de X. Motivo: {motivo}</source>
        <translation>Deleted from X. Reason: {motivo}</translation>
    </message>
    <message>
        <source>El borrado de X está en camino. Motivo: {motivo}</source>
        <translation>Its deletion from X is on its way. Reason: {motivo}</translation>
    </message>
    <message>
        <source>Corregir…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Corregir lo dicho</source>
        <translation>Correct what was said</translation>
    </message>
    <message>
        <source>Borrar de X…</source>
        <translation>Delete from X…</translation>
    </message>
    <message>
        <source>Borrar de X lo dicho</source>
        <translation>Delete from X what was said</translation>
    </message>
    <message>
        <source>Avisar a quienes preguntaron</source>
        <translation>Tell those who asked</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>Abrir una incidencia</source>
        <translation>Open an incident</translation>
    </message>
    <message>
        <source>Publicar una novedad</source>
        <translation>Post an update</translation>
    </message>
    <message>
        <source>Qué falla</source>
        <translation>What is failing</translation>
    </message>
    <message>
        <source>Cómo está</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Desde</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Próximo aviso</source>
        <translation>Next update</translation>
    </message>
    <message>
        <source>Texto público</source>
        <translation>Public text</translation>
    </message>
    <message>
        <source>Prometer otro aviso antes de</source>
        <translation>Promise another update before</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Publicar</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Elija al menos un servicio u oficina.</source>
        <translation>Choose at least one service or office.</translation>
    </message>
    <message>
        <source>✓ Se puede publicar</source>
        <translation>✓ Ready to post</translation>
    </message>
    <message numerus="yes">
        <source>Publicar en un hilo de %n parte(s)</source>
        <translation>
            <numerusform>Post as a thread of %n part</numerusform>
            <numerusform>Post as a thread of %n parts</numerusform>
        </translation>
    </message>
    <message>
        <source>Corregir lo publicado</source>
        <translation>Correct what was published</translation>
    </message>
    <message>
        <source>Cifra sin fuente ni fecha: {cifras}</source>
        <translation>Figure without source or date: {cifras}</translation>
    </message>
    <message>
        <source>Cifra sin fecha: {cifras}</source>
        <translation>Figure without date: {cifras}</translation>
    </message>
    <message>
        <source>Cifra sin fuente: {cifras}</source>
        <translation>Figure without source: {cifras}</translation>
    </message>
</context>
<context>
    <name>IncidentList</name>
    <message>
        <source>Terminó {cuando}</source>
        <translation>Ended {cuando}</translation>
    </message>
    <message>
        <source>Hasta {cuando}</source>
        <translation>Until {cuando}</translation>
    </message>
    <message>
        <source>Sin próximo aviso prometido</source>
        <translation>No further update promised</translation>
    </message>
    <message>
        <source>▲ Aviso prometido a las {hora}: con retraso</source>
        <translation>▲ Update promised for {hora}: overdue</translation>
    </message>
    <message>
        <source>Próximo aviso: {hora}</source>
        <translation>Next update: {hora}</translation>
    </message>
</context>
<context>
    <name>IncidentsPane</name>
    <message>
        <source>Aviso en espera. Puede deshacerlo con Z.</source>
        <translation>Update waiting. You can undo it with Z.</translation>
    </message>
    <message>
        <source>Incidencias</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abrir una incidencia</source>
        <translation>Open an incident</translation>
    </message>
    <message>
        <source>Incidencias, las abiertas primero</source>
        <translation>Incidents, open ones first</translation>
    </message>
    <message>
        <source>No hay incidencias. Cuando algo falle, ábrala aquí y se publicará en X.</source>
        <translation>There are no incidents. When something fails, open one here and it will be posted on X.</translation>
    </message>
    <message>
        <source>Elija una incidencia para ver lo que se ha dicho, o abra una nueva.</source>
        <translation>Choose an incident to see what has been said, or open a new one.</translation>
    </message>
    <message>
        <source>El texto espera a una segunda persona. No se ha publicado nada.</source>
        <translation>The text waits for a second person. Nothing was published.</translation>
    </message>
    <message>
        <source>Estaba sin publicar: sigue como lo dejó.</source>
        <translation>It was not published: it stands as you left it.</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Guardado en {carpeta}: {ficheros}</source>
        <translation>Saved in {carpeta}: {ficheros}</translation>
    </message>
    <message>
        <source>Borrar de X</source>
        <translation>Delete from X</translation>
    </message>
    <message>
        <source>Se borrará de X. Aquí queda el texto, con el motivo que escriba:</source>
        <translation>It will be deleted from X. The text stays here, with the reason you give:</translation>
    </message>
    <message>
        <source>Guardar el texto para la web, los teléfonos y las oficinas</source>
        <translation>Save the text for the web, the phones and the offices</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>Preguntas de otros canales</source>
        <translation>Questions from other channels</translation>
    </message>
    <message>
        <source>Cuentan junto a las menciones en «Qué falta» y en la cobertura. Los datos personales se tapan antes de guardar.</source>
        <translation>They count beside the mentions in “What is missing” and in the coverage. Personal data is covered before anything is stored.</translation>
    </message>
    <message>
        <source>Teléfono</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Correo</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Otro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Qué preguntan</source>
        <translation>What they ask</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Si no lo elige, lo pone la mesa.</source>
        <translation>If you choose none, the desk does.</translation>
    </message>
    <message>
        <source>El que parezca</source>
        <translation>Whichever it seems</translation>
    </message>
    <message>
        <source>De un fichero CSV…</source>
        <translation>From a CSV file…</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Anotar</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Canal; pregunta; tema; fecha (*.csv)</source>
        <translation>Channel; question; topic; date (*.csv)</translation>
    </message>
    <message>
        <source>Escriba la pregunta.</source>
        <translation>Write the question.</translation>
    </message>
    <message>
        <source>sin tema</source>
        <translation>no topic</translation>
    </message>
    <message>
        <source>Anotada en «{tema}».</source>
        <translation>Noted under “{tema}”.</translation>
    </message>
    <message>
        <source>La FAQ ya la responde.</source>
        <translation>The FAQ answers it already.</translation>
    </message>
    <message numerus="yes">
        <source>Y %Ln más.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pregunta(s) para anotar.</source>
        <translation>
            <numerusform>%Ln question to note.</numerusform>
            <numerusform>%Ln questions to note.</numerusform>
        </translation>
    </message>
    <message>
        <source>Todas las filas sirven.</source>
        <translation>All rows can be used.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Anotarlas</source>
        <translation>Note them</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pregunta(s) anotada(s).</source>
        <translation>
            <numerusform>%Ln question noted.</numerusform>
            <numerusform>%Ln questions noted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Teclas</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Usar teclas de una sola letra</source>
        <translation>Use single-letter keys</translation>
    </message>
    <message>
        <source>No actúan mientras escribe. Quítelas si dicta por voz o las pulsa sin querer.</source>
        <translation>They do nothing while you type. Switch them off if you dictate or press them by accident.</translation>
    </message>
    <message>
        <source>Acciones y sus teclas</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Acción</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Dónde</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Tecla</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Quitar la tecla</source>
        <translation>Remove the key</translation>
    </message>
    <message>
        <source>Volver a la de origen</source>
        <translation>Back to the original</translation>
    </message>
    <message>
        <source>Restaurar todas…</source>
        <translation>Restore all…</translation>
    </message>
    <message>
        <source>{tecla} ya sirve para «{accion}». Elija otra, o quítela allí primero.</source>
        <translation>{tecla} is already used for “{accion}”. Choose another, or remove it there first.</translation>
    </message>
    <message>
        <source>En todas partes</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>ninguna</source>
        <translation>none</translation>
    </message>
    <message>
        <source>(propia)</source>
        <translation>(your own)</translation>
    </message>
    <message>
        <source>Tecla para «{accion}»</source>
        <translation>Key for “{accion}”</translation>
    </message>
    <message>
        <source>Pulse aquí la tecla o la combinación nueva.</source>
        <translation>Press the new key or combination here.</translation>
    </message>
    <message>
        <source>¿Volver a las teclas de origen?</source>
        <translation>Go back to the original keys?</translation>
    </message>
    <message numerus="yes">
        <source>Se pierden las %Ln que ha cambiado.</source>
        <translation>
            <numerusform>The %Ln you have changed will be lost.</numerusform>
            <numerusform>The %Ln you have changed will be lost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Restaurar</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>LearningSection</name>
    <message>
        <source>Aprendizaje</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Aprender de las respuestas que se envían</source>
        <translation>Learn from the answers that are sent</translation>
    </message>
    <message>
        <source>Lo que responden sube cuando llega una pregunta parecida. Nunca ofrece una respuesta sin verificar. Se guardan huellas de palabras sueltas, sin nombres ni datos; se borran con el mensaje y no salen de este equipo.</source>
        <translation>What you answer moves up when a like question arrives. It never offers an answer that is not verified. Traces of single words are kept, without names or data; they go with the post and do not leave this computer.</translation>
    </message>
    <message>
        <source>Olvidar lo aprendido</source>
        <translation>Forget what was learnt</translation>
    </message>
    <message>
        <source>Todavía no ha aprendido de ninguna respuesta.</source>
        <translation>It has not learnt from any answer yet.</translation>
    </message>
    <message numerus="yes">
        <source>Ha aprendido de %n respuesta(s) enviada(s)</source>
        <translation>
            <numerusform>It has learnt from %n answer sent</numerusform>
            <numerusform>It has learnt from %n answers sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sobre %n pregunta(s) de la FAQ.</source>
        <translation>
            <numerusform>about %n question of the FAQ.</numerusform>
            <numerusform>about %n questions of the FAQ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Hay envíos sin terminar. No se pierde nada.</source>
        <translation>Some posts are not finished. Nothing is lost.</translation>
    </message>
    <message>
        <source>Seguir aquí</source>
        <translation>Stay here</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Esta dirección no se puede abrir.</source>
        <translation>This address cannot be opened.</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>El enlace lleva a {sitio}</source>
        <translation>The link leads to {sitio}</translation>
    </message>
    <message>
        <source>No es una página oficial. Dirección completa:
{enlace}</source>
        <translation>It is not an official page. Full address:
{enlace}</translation>
    </message>
    <message>
        <source>No abrir</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>○ Sin comprobar</source>
        <translation>○ Not checked yet</translation>
    </message>
    <message>
        <source>✕ No responde</source>
        <translation>✕ Does not answer</translation>
    </message>
    <message>
        <source>▲ Fallos seguidos: {veces}</source>
        <translation>▲ Failures in a row: {veces}</translation>
    </message>
    <message>
        <source>● Existe, no admite comprobación ({codigo})</source>
        <translation>● There, but cannot be checked ({codigo})</translation>
    </message>
    <message>
        <source>▲ Se ha mudado</source>
        <translation>▲ Has moved</translation>
    </message>
    <message>
        <source>● Responde</source>
        <translation>● Answers</translation>
    </message>
    <message>
        <source>su nombre no existe</source>
        <translation>its name does not exist</translation>
    </message>
    <message>
        <source>no contesta</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>su certificado no vale</source>
        <translation>its certificate is not valid</translation>
    </message>
    <message>
        <source>da vueltas sin llegar</source>
        <translation>it leads round in circles</translation>
    </message>
    <message>
        <source>contestó el proxy</source>
        <translation>the proxy answered</translation>
    </message>
    <message>
        <source>la página ya no existe</source>
        <translation>the page is gone</translation>
    </message>
    <message>
        <source>error {codigo}</source>
        <translation>error {codigo}</translation>
    </message>
    <message>
        <source>Enlaces</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Lleva a</source>
        <translation>Leads to</translation>
    </message>
    <message>
        <source>Respuestas</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Comprobado</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>LinksTab</name>
    <message>
        <source>Comprobar enlaces ahora</source>
        <translation>Check links now</translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ver sus fichas</source>
        <translation>See their entries</translation>
    </message>
    <message>
        <source>Ninguna respuesta lleva enlace.</source>
        <translation>No answer has a link.</translation>
    </message>
    <message>
        <source>{hechos} de {total}</source>
        <translation>{hechos} of {total}</translation>
    </message>
    <message>
        <source>Interrumpido: no se ha anotado nada.</source>
        <translation>Interrupted: nothing was noted.</translation>
    </message>
    <message>
        <source>Parece que falla nuestra conexión, no las páginas: no se ha anotado nada.</source>
        <translation>It seems our connection fails, not the pages: nothing was noted.</translation>
    </message>
    <message>
        <source>Recién comprobados.</source>
        <translation>Just checked.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dirección(es) en las respuestas.</source>
        <translation>
            <numerusform>%Ln address in the answers.</numerusform>
            <numerusform>%Ln addresses in the answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no responde(n).</source>
        <translation>
            <numerusform>%Ln does not answer.</numerusform>
            <numerusform>%Ln do not answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln se ha(n) mudado.</source>
        <translation>
            <numerusform>%Ln has moved.</numerusform>
            <numerusform>%Ln have moved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>LivingInbox</name>
    <message>
        <source>Ninguna ficha se parece a lo que dice.</source>
        <translation>No entry is like what it says.</translation>
    </message>
    <message>
        <source>Mejora anotada, sin nadie dentro.</source>
        <translation>Improvement noted, with nobody in it.</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Aspecto</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Idioma de la ventana</source>
        <translation>Language of the window</translation>
    </message>
    <message>
        <source>Colores</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Tamaño del texto</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>De 100 a 200 % del tamaño del sistema. También con Ctrl + y Ctrl −.</source>
        <translation>From 100 to 200% of the system size. Also with Ctrl + and Ctrl −.</translation>
    </message>
    <message>
        <source>Como el sistema</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Claros</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Oscuros</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>LoopsDialog</name>
    <message>
        <source>Avisar a quienes preguntaron</source>
        <translation>Tell those who asked</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Norms</name>
    <message>
        <source>Normas</source>
        <translation>Laws</translation>
    </message>
    <message>
        <source>Norma</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>Materia</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Identificador</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Respuestas</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>En revisión</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Último cambio anotado</source>
        <translation>Last change noted</translation>
    </message>
    <message>
        <source>Normas en las que se apoya</source>
        <translation>Laws it rests on</translation>
    </message>
    <message>
        <source>Identificadores del BOE separados por comas, o pegue su dirección.</source>
        <translation>BOE identifiers parted by commas, or paste its address.</translation>
    </message>
    <message>
        <source>Texto oficial</source>
        <translation>Official text</translation>
    </message>
    <message>
        <source>Sin norma</source>
        <translation>No law</translation>
    </message>
</context>
<context>
    <name>NormsTab</name>
    <message>
        <source>Anotar un cambio…</source>
        <translation>Note a change…</translation>
    </message>
    <message>
        <source>Leer un fichero del BOE…</source>
        <translation>Read a BOE file…</translation>
    </message>
    <message>
        <source>Texto oficial</source>
        <translation>Official text</translation>
    </message>
    <message>
        <source>Ver sus fichas</source>
        <translation>See their entries</translation>
    </message>
    <message numerus="yes">
        <source>Las respuestas se apoyan en %Ln norma(s).</source>
        <translation>
            <numerusform>The answers rest on %Ln law.</numerusform>
            <numerusform>The answers rest on %Ln laws.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiene(n) respuestas en revisión.</source>
        <translation>
            <numerusform>%Ln has answers under review.</numerusform>
            <numerusform>%Ln have answers under review.</numerusform>
        </translation>
    </message>
    <message>
        <source>Al anotar un cambio, todas las que se apoyan en esa norma dejan de ofrecerse con una tecla en ese momento.</source>
        <translation>Once a change is noted, all answers that rest on that law leave the one key at that moment.</translation>
    </message>
    <message>
        <source>Ninguna ficha dice todavía en qué norma se apoya. Escríbalo en cada ficha.</source>
        <translation>No entry says yet which law it rests on. Write it in each entry.</translation>
    </message>
    <message>
        <source>Leer un fichero del BOE</source>
        <translation>Read a BOE file</translation>
    </message>
    <message>
        <source>Sumario o disposición del BOE (*.xml *.json)</source>
        <translation>Summary or disposition of the BOE (*.xml *.json)</translation>
    </message>
    <message>
        <source>Todos (*)</source>
        <translation>All (*)</translation>
    </message>
</context>
<context>
    <name>OneEachPane</name>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Enviar a esta persona</source>
        <translation>Send to this person</translation>
    </message>
    <message>
        <source>A mano en X</source>
        <translation>By hand on X</translation>
    </message>
    <message>
        <source>Marcar como respondida</source>
        <translation>Mark as answered</translation>
    </message>
    <message>
        <source>Texto copiado. Publíquelo en X y márquela después como respondida.</source>
        <translation>Text copied. Publish it on X, then mark the person as answered.</translation>
    </message>
    <message>
        <source>Para {nombre}</source>
        <translation>To {nombre}</translation>
    </message>
    <message>
        <source>{hechas} de {todas} avisadas. {excusadas} no lo necesitan.</source>
        <translation>{hechas} of {todas} told. {excusadas} do not need it.</translation>
    </message>
    <message>
        <source>Nadie espera esta respuesta.</source>
        <translation>Nobody waits for this answer.</translation>
    </message>
    <message>
        <source>Nadie queda por avisar.</source>
        <translation>Nobody is left to tell.</translation>
    </message>
    <message>
        <source>Espera</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>Avisada</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Borró su mensaje</source>
        <translation>Deleted their post</translation>
    </message>
    <message>
        <source>Ya respondida en X</source>
        <translation>Already answered on X</translation>
    </message>
    <message>
        <source>Conversación cerrada</source>
        <translation>Conversation closed</translation>
    </message>
</context>
<context>
    <name>OutboxDialog</name>
    <message>
        <source>Cola de envíos</source>
        <translation>Sending queue</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>No hay nada en camino. Lo que envíe se verá aquí hasta que salga.</source>
        <translation>Nothing is on its way. What you send is shown here until it leaves.</translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Enviar ya</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Está publicado…</source>
        <translation>It is published…</translation>
    </message>
    <message>
        <source>Reenviar</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Enviar también</source>
        <translation>Send as well</translation>
    </message>
    <message>
        <source>sale en {tiempo}</source>
        <translation>leaves in {tiempo}</translation>
    </message>
    <message>
        <source>sale en cuanto haya conexión</source>
        <translation>leaves as soon as there is a connection</translation>
    </message>
    <message>
        <source>No se ha publicado nada.</source>
        <translation>Nothing has been published.</translation>
    </message>
    <message numerus="yes">
        <source>Se envió a las {hora} y no aparece en nuestro perfil tras mirarlo %n vez(veces). Compruébelo en X antes de repetirlo.</source>
        <translation>
            <numerusform>It was sent at {hora} and is not on our profile after %n look. Check on X before you repeat it.</numerusform>
            <numerusform>It was sent at {hora} and is not on our profile after %n looks. Check on X before you repeat it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alguien contestó a esta persona desde X o desde otro equipo. No se ha enviado nada.</source>
        <translation>Somebody replied to this person from X or from another computer. Nothing has been sent.</translation>
    </message>
    <message>
        <source>Responder a mano</source>
        <translation>Answer by hand</translation>
    </message>
    <message>
        <source>Mirar en X</source>
        <translation>Look on X</translation>
    </message>
    <message>
        <source>Salió a las {hora} y X no confirmó. Lo buscamos en nuestro perfil durante un cuarto de hora; mientras tanto no se envía nada otra vez.</source>
        <translation>It left at {hora} and X did not confirm. We look for it in our profile for a quarter of an hour; nothing is sent again meanwhile.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Buscar una acción</source>
        <translation>Find an action</translation>
    </message>
    <message>
        <source>¿Qué quiere hacer?</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>Acciones</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Ninguna acción con esas letras.</source>
        <translation>No action with those letters.</translation>
    </message>
</context>
<context>
    <name>PersonSection</name>
    <message>
        <source>Persona</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Su nombre</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Sus iniciales</source>
        <translation>Your initials</translation>
    </message>
    <message>
        <source>Firman lo que usted verifica, toma y envía. Solo constan en este equipo: nunca se publican.</source>
        <translation>They sign what you verify, take and send. They stay on this computer only: they are never published.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Bandeja</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>FAQ</translation>
    </message>
    <message>
        <source>Incidencias</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Bulos</source>
        <translation>Hoaxes</translation>
    </message>
</context>
<context>
    <name>PlainLanguage</name>
    <message>
        <source>y {cuantos} más</source>
        <translation>and {cuantos} more</translation>
    </message>
    <message>
        <source>frase de {dicho} palabras: pártala</source>
        <translation>sentence of {dicho} words: split it</translation>
    </message>
    <message>
        <source>«{dicho}»: mejor «{mejor}»</source>
        <translation>“{dicho}”: better “{mejor}”</translation>
    </message>
    <message>
        <source>{dicho} sin explicar: {mejor}</source>
        <translation>{dicho} not explained: {mejor}</translation>
    </message>
    <message>
        <source>«{dicho}» no es el trato de este canal</source>
        <translation>“{dicho}” is not how this channel addresses people</translation>
    </message>
    <message>
        <source>difícil de leer: {dicho} de 100 (desde 55, normal)</source>
        <translation>hard to read: {dicho} of 100 (55 and up is normal)</translation>
    </message>
    <message>
        <source>«{dicho}» en mayúsculas: parece un grito</source>
        <translation>“{dicho}” in capitals: it reads as shouting</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n día(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usada %Ln vez(veces)</source>
        <translation>
            <numerusform>Used %Ln time</numerusform>
            <numerusform>Used %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sobran %n carácter(es): caben {limite}.</source>
        <translation>
            <numerusform>%n character too many: {limite} fit.</numerusform>
            <numerusform>%n characters too many: {limite} fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Este mismo texto ha salido %n vez(veces) en 24 horas y X puede tomarlo por repetido: cambie alguna palabra.</source>
        <translation>
            <numerusform>This same text has gone out %n time in 24 hours and X may take it for a repeat: change a word.</numerusform>
            <numerusform>This same text has gone out %n times in 24 hours and X may take it for a repeat: change a word.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n envío(s) en espera: quedan guardados y saldrán cuando vuelva a abrir el programa.</source>
        <translation>
            <numerusform>%n post waiting: it is kept and leaves when you open the program again.</numerusform>
            <numerusform>%n posts waiting: they are kept and leave when you open the program again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texto(s) esperan a una segunda persona.</source>
        <translation>
            <numerusform>%n text waits for a second person.</numerusform>
            <numerusform>%n texts wait for a second person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texto(s) han vuelto a quien los escribió.</source>
        <translation>
            <numerusform>%n text came back to its author.</numerusform>
            <numerusform>%n texts came back to their authors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fichero(s) escritos.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n envío(s) sin confirmar: al abrir el programa los buscaremos otra vez en X.</source>
        <translation>
            <numerusform>%n post not confirmed: we look for it on X when you open the program.</numerusform>
            <numerusform>%n posts not confirmed: we look for them on X when you open the program.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostCard</name>
    <message>
        <source>Publicación de X</source>
        <translation>Post on X</translation>
    </message>
    <message>
        <source>La persona borró este mensaje en X.</source>
        <translation>The person deleted this post on X.</translation>
    </message>
    <message>
        <source>▲ Se parece a @{cuenta}, pero no es esa cuenta</source>
        <translation>▲ Looks like @{cuenta}, but is not that account</translation>
    </message>
    <message>
        <source>◆ Dato personal oculto antes de guardarlo</source>
        <translation>◆ Personal data hidden before it was stored</translation>
    </message>
    <message>
        <source>editado</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>publicado</source>
        <translation>published</translation>
    </message>
    <message>
        <source>Ver en X</source>
        <translation>View on X</translation>
    </message>
    <message>
        <source>Texto oculto: hace más de 24 horas que no se ha podido comprobar si sigue en X. Volverá a verse en cuanto se compruebe.</source>
        <translation>Text covered: for more than 24 hours it could not be checked whether it is still on X. It shows again as soon as that is checked.</translation>
    </message>
</context>
<context>
    <name>PostPreview</name>
    <message>
        <source>falta el texto alternativo</source>
        <translation>the alternative text is missing</translation>
    </message>
    <message>
        <source>Imagen: {descripcion}</source>
        <translation>Image: {descripcion}</translation>
    </message>
    <message>
        <source>Así se verá en X</source>
        <translation>As it will look on X</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Vista previa</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Cualquiera podrá leer esto, como respuesta a @{usuario}:</source>
        <translation>Anybody will be able to read this, as a reply to @{usuario}:</translation>
    </message>
    <message>
        <source>{largo} de {tope} caracteres · {precio}</source>
        <translation>{largo} of {tope} characters · {precio}</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>En X</source>
        <translation>On X</translation>
    </message>
    <message>
        <source>Por teléfono</source>
        <translation>By telephone</translation>
    </message>
    <message>
        <source>En una web</source>
        <translation>On a web page</translation>
    </message>
    <message>
        <source>Copiar</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Así se verá en X</source>
        <translation>As X will show it</translation>
    </message>
    <message>
        <source>Así se lee en voz alta, por teléfono o en una oficina</source>
        <translation>As it is read aloud, by telephone or at an office</translation>
    </message>
    <message>
        <source>Así se pega en una página de preguntas y respuestas</source>
        <translation>As it is pasted into a page of questions and answers</translation>
    </message>
    <message>
        <source>Todavía no hay respuesta.</source>
        <translation>There is no answer yet.</translation>
    </message>
    <message>
        <source>{largo} de {tope} caracteres</source>
        <translation>{largo} of {tope} characters</translation>
    </message>
</context>
<context>
    <name>Procedures</name>
    <message>
        <source>Por internet, con certificado o Cl@ve</source>
        <translation>Online, with a certificate or Cl@ve</translation>
    </message>
    <message>
        <source>Por internet, sin certificado</source>
        <translation>Online, without a certificate</translation>
    </message>
    <message>
        <source>Por teléfono</source>
        <translation>By telephone</translation>
    </message>
    <message>
        <source>En una oficina</source>
        <translation>At an office</translation>
    </message>
    <message>
        <source>Por correo postal</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Desde el extranjero</source>
        <translation>From abroad</translation>
    </message>
    <message>
        <source>Tiene con qué identificarse.</source>
        <translation>Has a means to identify.</translation>
    </message>
    <message>
        <source>No le piden certificado.</source>
        <translation>No certificate is asked for.</translation>
    </message>
    <message>
        <source>Sin certificado, puede acudir.</source>
        <translation>Without a certificate, but can go there.</translation>
    </message>
    <message>
        <source>No puede acudir: desde casa.</source>
        <translation>Cannot go there: from home.</translation>
    </message>
    <message>
        <source>Vive fuera de España.</source>
        <translation>Lives outside Spain.</translation>
    </message>
    <message>
        <source>No hay otra manera.</source>
        <translation>There is no other way.</translation>
    </message>
    <message>
        <source>Hay que acudir y no puede: que vaya quien le represente.</source>
        <translation>One has to be there and cannot: a representative may go.</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Propuestas para la FAQ</source>
        <translation>Proposals for the FAQ</translation>
    </message>
    <message>
        <source>Ninguna propuesta espera. Quien edite una ficha puede proponerla con P.</source>
        <translation>No proposal is waiting. Whoever edits an entry can propose it with P.</translation>
    </message>
    <message>
        <source>Propuestas</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Por qué no</source>
        <translation>Why not</translation>
    </message>
    <message>
        <source>Lo lee quien la propuso.</source>
        <translation>Whoever proposed it reads it.</translation>
    </message>
    <message>
        <source>Aprobada.</source>
        <translation>Approved.</translation>
    </message>
    <message>
        <source>Devuelta con su motivo.</source>
        <translation>Sent back with its reason.</translation>
    </message>
    <message>
        <source>Otra persona lo dice</source>
        <translation>Another person says so</translation>
    </message>
    <message>
        <source>Ver la ficha</source>
        <translation>See the entry</translation>
    </message>
    <message>
        <source>Devolver</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>Aprobar lo que no choca</source>
        <translation>Approve what does not clash</translation>
    </message>
    <message>
        <source>Aprobar</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>sin nombre</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>{quien}, {cuando}</source>
        <translation>{quien}, {cuando}</translation>
    </message>
    <message numerus="yes">
        <source>Lo han dicho %Ln persona(s)</source>
        <translation>
            <numerusform>%Ln person said so</numerusform>
            <numerusform>%Ln people said so</numerusform>
        </translation>
    </message>
    <message>
        <source>Cambio</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ficha nueva</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>▲ También cambió aquí desde entonces: {campos}.</source>
        <translation>▲ Also changed here since: {campos}.</translation>
    </message>
    <message>
        <source>La ficha ya dice lo mismo.</source>
        <translation>The entry says the same already.</translation>
    </message>
    <message>
        <source>Hecho</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Diga por qué, para que pueda mejorarla.</source>
        <translation>Say why, so that it can be improved.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Poner en revisión</source>
        <translation>Put under review</translation>
    </message>
    <message>
        <source>¿Por qué pasa a revisión?</source>
        <translation>Why does it go under review?</translation>
    </message>
    <message>
        <source>Lo verá quien la revise, y quien la tenga entre las sugeridas.</source>
        <translation>Whoever reviews it sees this, and whoever has it among the suggestions.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RedirectsPage</name>
    <message>
        <source>A quien pregunta por esto se le dice quién lo lleva, y no se le propone ninguna ficha.</source>
        <translation>Who asks about this is told who deals with it, and no entry is suggested.</translation>
    </message>
    <message>
        <source>Organismos</source>
        <translation>Bodies</translation>
    </message>
    <message>
        <source>{organismo} (sin usar)</source>
        <translation>{organismo} (not in use)</translation>
    </message>
    <message>
        <source>Guardado: las menciones ya lo siguen.</source>
        <translation>Saved: mentions follow it already.</translation>
    </message>
    <message>
        <source>En uso</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Quién lo lleva</source>
        <translation>Who deals with it</translation>
    </message>
    <message>
        <source>Cómo se pregunta</source>
        <translation>How it is asked</translation>
    </message>
    <message>
        <source>Una por línea, como las escribe la gente.</source>
        <translation>One a line, as people write them.</translation>
    </message>
    <message>
        <source>Lo que respondemos</source>
        <translation>What we answer</translation>
    </message>
    <message>
        <source>Escriba {enlace} donde deba ir el enlace.</source>
        <translation>Write {enlace} where the link goes.</translation>
    </message>
    <message>
        <source>Enlace</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Página oficial, con https://</source>
        <translation>Official page, with https://</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Otro organismo</source>
        <translation>Another body</translation>
    </message>
    <message>
        <source>Como venía</source>
        <translation>As it came</translation>
    </message>
    <message>
        <source>Escriba al menos una forma de preguntarlo.</source>
        <translation>Write at least one way to ask it.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Este valor no es posible.</source>
        <translation>This value is not possible.</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Secciones de los ajustes</source>
        <translation>Sections of the settings</translation>
    </message>
    <message>
        <source>¿Olvidar todo lo aprendido?</source>
        <translation>Forget everything it learnt?</translation>
    </message>
    <message>
        <source>Las sugerencias vuelven a ser las de la FAQ sola. No se puede deshacer.</source>
        <translation>Suggestions are those of the FAQ alone again. This cannot be undone.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Olvidar</source>
        <translation>Forget</translation>
    </message>
</context>
<context>
    <name>Spend</name>
    <message>
        <source>Leer menciones</source>
        <translation>Reading mentions</translation>
    </message>
    <message>
        <source>Buscar e hilos</source>
        <translation>Search and threads</translation>
    </message>
    <message>
        <source>Comprobar mensajes</source>
        <translation>Checking posts</translation>
    </message>
    <message>
        <source>Leer nuestro perfil</source>
        <translation>Reading our profile</translation>
    </message>
    <message>
        <source>Leer cuentas</source>
        <translation>Reading accounts</translation>
    </message>
</context>
<context>
    <name>SpendDialog</name>
    <message>
        <source>Gasto en X este mes</source>
        <translation>Spending on X this month</translation>
    </message>
    <message>
        <source>Estimado con los precios de Ajustes. X cobra cada mensaje una vez al día.</source>
        <translation>Estimated with the prices in Settings. X charges each post once a day.</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Peticiones</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Coste</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SpendSection</name>
    <message>
        <source>Gastado este mes, según lo que cuenta esta mesa: {cuanto}</source>
        <translation>Spent this month, as counted by this desk: {cuanto}</translation>
    </message>
    <message>
        <source>Gasto</source>
        <translation>Spending</translation>
    </message>
    <message>
        <source>Presupuesto mensual</source>
        <translation>Monthly budget</translation>
    </message>
    <message>
        <source>En dólares de EE. UU., como factura X. El pie lo compara con lo gastado.</source>
        <translation>In US dollars, as X bills. The status bar compares it with what has been spent.</translation>
    </message>
    <message>
        <source>Sin presupuesto</source>
        <translation>No budget</translation>
    </message>
    <message>
        <source>Lo que cuesta cada operación</source>
        <translation>What each operation costs</translation>
    </message>
    <message>
        <source>Los de la lista pública de X. Cámbielos si su contrato dice otra cosa.</source>
        <translation>The prices in X’s public list. Change them if your contract says otherwise.</translation>
    </message>
    <message>
        <source>Leer un mensaje de otra cuenta</source>
        <translation>Read another account’s post</translation>
    </message>
    <message>
        <source>Leer una mención o un mensaje nuestro</source>
        <translation>Read a mention or a post of ours</translation>
    </message>
    <message>
        <source>Leer los datos de una cuenta</source>
        <translation>Read an account’s details</translation>
    </message>
    <message>
        <source>Publicar un mensaje</source>
        <translation>Publish a post</translation>
    </message>
    <message>
        <source>Publicar un mensaje con enlace</source>
        <translation>Publish a post with a link</translation>
    </message>
    <message>
        <source>Responder a quien nos menciona</source>
        <translation>Reply to somebody who mentions us</translation>
    </message>
    <message>
        <source>Borrar un mensaje nuestro</source>
        <translation>Delete a post of ours</translation>
    </message>
    <message>
        <source>Ocultar una respuesta</source>
        <translation>Hide a reply</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Pasó su fecha de revisión: {fecha}</source>
        <translation>Its review date has passed: {fecha}</translation>
    </message>
    <message>
        <source>Su enlace no responde desde {fecha}</source>
        <translation>Its link does not answer since {fecha}</translation>
    </message>
    <message>
        <source>Se ofrecerá desde el {fecha}</source>
        <translation>Will be offered from {fecha}</translation>
    </message>
    <message>
        <source>Espera a que entre en vigor {norma}</source>
        <translation>Waits for {norma} to come into force</translation>
    </message>
    <message>
        <source>se aprobó una propuesta</source>
        <translation>a proposal was approved</translation>
    </message>
    <message>
        <source>se mezclaron dos textos</source>
        <translation>two texts were mixed</translation>
    </message>
    <message>
        <source>cambió el bloque «{bloque}»</source>
        <translation>the block “{bloque}” changed</translation>
    </message>
    <message>
        <source>cambió {norma}</source>
        <translation>{norma} changed</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Próxima consulta en {tiempo}</source>
        <translation>Next check in {tiempo}</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>En cola: {cuantas}</source>
        <translation>In the queue: {cuantas}</translation>
    </message>
    <message>
        <source>(se envía en {tiempo})</source>
        <translation>(sends in {tiempo})</translation>
    </message>
    <message>
        <source>Gasto de {mes}: {gasto}</source>
        <translation>Spent in {mes}: {gasto}</translation>
    </message>
    <message>
        <source>Gasto de {mes}: {gasto} de {tope}</source>
        <translation>Spent in {mes}: {gasto} of {tope}</translation>
    </message>
    <message>
        <source>{acciones}: acciones · {teclas}: teclas</source>
        <translation>{acciones}: actions · {teclas}: keys</translation>
    </message>
</context>
<context>
    <name>SuggestionsPane</name>
    <message>
        <source>Buscando respuestas…</source>
        <translation>Looking for answers…</translation>
    </message>
    <message>
        <source>Sin respuesta segura. Escríbala, o prepare un borrador para la FAQ.</source>
        <translation>No sure answer. Write it, or prepare a draft for the FAQ.</translation>
    </message>
    <message>
        <source>Crear borrador de FAQ</source>
        <translation>Create an FAQ draft</translation>
    </message>
    <message>
        <source>✓ Ya respondida. No hace falta enviar otra.</source>
        <translation>✓ Already answered. There is no need to send another.</translation>
    </message>
    <message>
        <source>→ Ya tiene una respuesta en camino: está en el hilo.</source>
        <translation>→ An answer is already on its way: it stands in the thread.</translation>
    </message>
    <message>
        <source>Respuestas sugeridas</source>
        <translation>Suggested answers</translation>
    </message>
    <message>
        <source>Enviar ya</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Insertar</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Insertar la sugerencia {numero}</source>
        <translation>Insert suggestion {numero}</translation>
    </message>
    <message>
        <source>En lectura fácil</source>
        <translation>In easy read</translation>
    </message>
    <message>
        <source>Insertar la sugerencia {numero} en lectura fácil</source>
        <translation>Insert suggestion {numero} in easy read</translation>
    </message>
    <message>
        <source>Coincide:</source>
        <translation>Matches:</translation>
    </message>
    <message>
        <source>variante {numero}</source>
        <translation>variant {numero}</translation>
    </message>
    <message>
        <source>coincidencia baja</source>
        <translation>weak match</translation>
    </message>
    <message>
        <source>sobre «{parte}»</source>
        <translation>on “{parte}”</translation>
    </message>
    <message>
        <source>● Verificada</source>
        <translation>● Verified</translation>
    </message>
    <message>
        <source>revisar antes de {mes}</source>
        <translation>review before {mes}</translation>
    </message>
    <message>
        <source>◆ Publicó un dato personal: pida que lo borre</source>
        <translation>◆ Personal data made public: ask them to delete it</translation>
    </message>
    <message>
        <source>Insertar el aviso de datos personales</source>
        <translation>Insert the personal data notice</translation>
    </message>
    <message>
        <source>Lo lleva otro organismo: {organismo}</source>
        <translation>Another body handles this: {organismo}</translation>
    </message>
    <message>
        <source>Esto lo lleva otro organismo</source>
        <translation>Another body handles this</translation>
    </message>
    <message>
        <source>Insertar la remisión a otro organismo</source>
        <translation>Insert the referral to another body</translation>
    </message>
    <message>
        <source>Insértela y revísela.</source>
        <translation>Insert it and check it.</translation>
    </message>
    <message>
        <source>Al abrir una conversación verá aquí las respuestas que mejor encajan.</source>
        <translation>When you open a conversation, the answers that fit best are shown here.</translation>
    </message>
    <message>
        <source>Sin respuesta segura. Estas son las más parecidas.</source>
        <translation>No sure answer. These are the closest.</translation>
    </message>
    <message>
        <source>Organismo competente</source>
        <translation>Responsible body</translation>
    </message>
    <message>
        <source>Las respuestas se verán cuando se compruebe que el mensaje sigue en X.</source>
        <translation>Answers show once it is checked that the post is still on X.</translation>
    </message>
    <message>
        <source>sin versión en {lengua}</source>
        <translation>no version in {lengua}</translation>
    </message>
    <message>
        <source>■ Cuenta un bulo conocido: {bulo}</source>
        <translation>■ Tells a known hoax: {bulo}</translation>
    </message>
    <message>
        <source>Coincide: {palabras}</source>
        <translation>Matches: {palabras}</translation>
    </message>
    <message>
        <source>Insertar la respuesta sobre el bulo</source>
        <translation>Insert the answer on the hoax</translation>
    </message>
    <message>
        <source>Todavía no hay nada nuestro publicado sobre él.</source>
        <translation>Nothing of ours on it is public yet.</translation>
    </message>
    <message>
        <source>Abrir el bulo</source>
        <translation>Open the hoax</translation>
    </message>
    <message>
        <source>▲ Incidencia abierta: {cual}</source>
        <translation>▲ Open incident: {cual}</translation>
    </message>
    <message>
        <source>Unida por su duda más probable o a mano</source>
        <translation>Tied by its likeliest question, or by hand</translation>
    </message>
    <message>
        <source>Insertar lo dicho de la incidencia</source>
        <translation>Insert what was said of the incident</translation>
    </message>
    <message>
        <source>No pregunta por ella</source>
        <translation>Does not ask about it</translation>
    </message>
    <message>
        <source>La versión en {lengua} no dice lo mismo que esta: no se usa</source>
        <translation>The {lengua} version does not say the same as this one: not used</translation>
    </message>
    <message>
        <source>No es este bulo</source>
        <translation>Not this hoax</translation>
    </message>
</context>
<context>
    <name>SurgeBanner</name>
    <message numerus="yes">
        <source>%n mención(es) sobre {que} desde las {hora}</source>
        <translation>
            <numerusform>%n mention about {que} since {hora}</numerusform>
            <numerusform>%n mentions about {que} since {hora}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mención(es) con la misma duda desde las {hora}: {que}</source>
        <translation>
            <numerusform>%n mention with the same question since {hora}: {que}</numerusform>
            <numerusform>%n mentions with the same question since {hora}: {que}</numerusform>
        </translation>
    </message>
    <message>
        <source>Lo habitual a esta hora: {cuantas} cada 10 minutos.</source>
        <translation>Usual at this hour: {cuantas} every 10 minutes.</translation>
    </message>
    <message>
        <source>Abrir la incidencia</source>
        <translation>Open the incident</translation>
    </message>
    <message>
        <source>Responder a todas</source>
        <translation>Answer them all</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>No se propone otra vez durante una hora</source>
        <translation>Not proposed again for one hour</translation>
    </message>
</context>
<context>
    <name>TerminalWords</name>
    <message>
        <source>Abre la mesa de atención.</source>
        <translation>Opens the desk.</translation>
    </message>
    <message>
        <source>--data-dir DIR  carpeta de datos que se usa</source>
        <translation>--data-dir DIR  data folder to use</translation>
    </message>
    <message>
        <source>--api-url URL   servidor que habla la API de X</source>
        <translation>--api-url URL   server that speaks the X API</translation>
    </message>
    <message>
        <source>--lang CODE     idioma: es, en…</source>
        <translation>--lang CODE     language: es, en…</translation>
    </message>
    <message>
        <source>--demo          con el canal de demostración</source>
        <translation>--demo          with the demonstration channel</translation>
    </message>
    <message>
        <source>Sirve el simulador de X en este equipo.</source>
        <translation>Serves the X simulator on this computer.</translation>
    </message>
    <message>
        <source>Dice qué respuestas propone la mesa para una consulta.</source>
        <translation>Says which answers the desk proposes for a question.</translation>
    </message>
    <message>
        <source>Lee o escribe las preguntas frecuentes.</source>
        <translation>Reads or writes the frequently asked questions.</translation>
    </message>
    <message>
        <source>Comprueba o copia el registro de lo hecho.</source>
        <translation>Checks or copies the record of what was done.</translation>
    </message>
    <message>
        <source>Comprueba que la instalación está completa.</source>
        <translation>Checks that the installation is complete.</translation>
    </message>
    <message>
        <source>Vea las órdenes con incluinfo-desk --help.</source>
        <translation>See the commands with incluinfo-desk --help.</translation>
    </message>
    <message>
        <source>No se entiende: {0}.</source>
        <translation>Not understood: {0}.</translation>
    </message>
    <message>
        <source>Falta indicar: {0}.</source>
        <translation>Missing: {0}.</translation>
    </message>
    <message>
        <source>El valor «{1}» no vale para {0}.</source>
        <translation>The value “{1}” is not valid for {0}.</translation>
    </message>
    <message>
        <source>Falta el valor de {0}.</source>
        <translation>The value of {0} is missing.</translation>
    </message>
    <message>
        <source>La orden no está bien escrita.</source>
        <translation>The command is not written correctly.</translation>
    </message>
    <message>
        <source>La mesa ya estaba abierta: se muestra su ventana.</source>
        <translation>The desk was already open: its window is shown.</translation>
    </message>
    <message>
        <source>Ha ocurrido un error inesperado.</source>
        <translation>An unexpected error has occurred.</translation>
    </message>
    <message>
        <source>Ha ocurrido un error inesperado. El informe, sin datos personales, está en {0}</source>
        <translation>An unexpected error has occurred. The report, without personal data, is in {0}</translation>
    </message>
    <message>
        <source>La instalación está completa.</source>
        <translation>The installation is complete.</translation>
    </message>
    <message>
        <source>Falta o no funciona:{0}</source>
        <translation>Missing or not working:{0}</translation>
    </message>
    <message>
        <source>segura</source>
        <translation>sure</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>likely</translation>
    </message>
    <message>
        <source>dudosa</source>
        <translation>doubtful</translation>
    </message>
    <message>
        <source>poco probable</source>
        <translation>unlikely</translation>
    </message>
    <message>
        <source>revisar antes del {0}</source>
        <translation>review before {0}</translation>
    </message>
    <message>
        <source>La mesa no conoce una respuesta para esta consulta.</source>
        <translation>The desk knows no answer to this question.</translation>
    </message>
    <message>
        <source>La primera se ofrecería con un clic.</source>
        <translation>The first would be offered with one click.</translation>
    </message>
    <message>
        <source>Ninguna es tan segura como para ofrecerla con un clic.</source>
        <translation>None is sure enough to be offered with one click.</translation>
    </message>
    <message>
        <source>Línea {0}: debe ser un objeto JSON con «id» y «text».</source>
        <translation>Line {0}: it must be a JSON object with “id” and “text”.</translation>
    </message>
    <message>
        <source>Entradas nuevas: {0}. Cambiadas: {1}. No utilizables: {2}.</source>
        <translation>New entries: {0}. Changed: {1}. Unusable: {2}.</translation>
    </message>
    <message>
        <source>Ya existían con otro texto y se dejan como estaban: {0}. Para cambiarlas, añada --overwrite.</source>
        <translation>Already present with other text and left as they were: {0}. To change them, add --overwrite.</translation>
    </message>
    <message>
        <source>Entradas escritas en {1}: {0}.</source>
        <translation>Entries written to {1}: {0}.</translation>
    </message>
    <message>
        <source>{0} registros, cadena íntegra.</source>
        <translation>{0} records, chain intact.</translation>
    </message>
    <message>
        <source>Sello del final: {0}</source>
        <translation>Seal of the end: {0}</translation>
    </message>
    <message>
        <source>Falta el registro {0} o los que le siguen.</source>
        <translation>Record {0} or those after it are missing.</translation>
    </message>
    <message>
        <source>El final de la cadena, tras el registro {0}, no coincide.</source>
        <translation>The end of the chain, after record {0}, does not match.</translation>
    </message>
    <message>
        <source>El registro {0} está alterado.</source>
        <translation>Record {0} has been altered.</translation>
    </message>
    <message>
        <source>Registros íntegros hasta ahí: {0}.</source>
        <translation>Intact records up to there: {0}.</translation>
    </message>
    <message>
        <source>Registros escritos en {1}: {0}.</source>
        <translation>Records written to {1}: {0}.</translation>
    </message>
</context>
<context>
    <name>TipDialog</name>
    <message>
        <source>Mejora de una ficha</source>
        <translation>Improvement of an entry</translation>
    </message>
    <message>
        <source>Qué conviene mejorar</source>
        <translation>What should be improved</translation>
    </message>
    <message>
        <source>Con sus palabras. No se guarda quién lo dijo ni su mensaje.</source>
        <translation>In your words. Neither who said it nor the message is kept.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Anotar</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Escriba qué conviene mejorar.</source>
        <translation>Write what should be improved.</translation>
    </message>
</context>
<context>
    <name>TopicsDialog</name>
    <message>
        <source>Temas del canal</source>
        <translation>Topics of the channel</translation>
    </message>
    <message>
        <source>Al unir dos temas, las fichas, las menciones y sus cuentas pasan a contar juntas; nada se reescribe, y separarlos lo deja como estaba.</source>
        <translation>When two topics are merged, their entries, mentions and counts go together; nothing is rewritten, and parting them leaves everything as it was.</translation>
    </message>
    <message>
        <source>Tema nuevo: «{tema}».</source>
        <translation>New topic: “{tema}”.</translation>
    </message>
    <message>
        <source>Guardado: «{tema}».</source>
        <translation>Saved: “{tema}”.</translation>
    </message>
    <message>
        <source>Ahora cuenta como «{tema}». Ctrl+Z lo deshace.</source>
        <translation>It now counts as “{tema}”. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>«{tema}» vuelve a ser un tema aparte.</source>
        <translation>“{tema}” is a topic of its own again.</translation>
    </message>
    <message>
        <source>«{tema}» se ha retirado: lo que ya lo lleva lo conserva.</source>
        <translation>“{tema}” is retired: what bears it keeps it.</translation>
    </message>
    <message>
        <source>«{tema}» vuelve a estar en uso.</source>
        <translation>“{tema}” is in use again.</translation>
    </message>
    <message>
        <source>Deshecho.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Temas</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Lo llevan otros</source>
        <translation>Others deal with it</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Verificadas</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Fichas</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Preguntas</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Corto: se lee en cada mención.</source>
        <translation>Short: it is read on every mention.</translation>
    </message>
    <message>
        <source>Organismo competente</source>
        <translation>Competent body</translation>
    </message>
    <message>
        <source>El de la mayor parte de sus fichas.</source>
        <translation>That of most of its entries.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Unir con…</source>
        <translation>Merge with…</translation>
    </message>
    <message>
        <source>Separar</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Retirar</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Tema nuevo</source>
        <translation>New topic</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{tema} (retirado)</source>
        <translation>{tema} (retired)</translation>
    </message>
    <message>
        <source>{tema} (unido)</source>
        <translation>{tema} (merged)</translation>
    </message>
    <message>
        <source>Recuperar</source>
        <translation>Take up again</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n mención(es) nueva(s)</source>
        <translation>
            <numerusform>%n new mention</numerusform>
            <numerusform>%n new mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialPane</name>
    <message>
        <source>Ninguna ficha se parece. Puede escribir una nueva.</source>
        <translation>No entry is similar. You can write a new one.</translation>
    </message>
    <message>
        <source>Primera: {pregunta}</source>
        <translation>First: {pregunta}</translation>
    </message>
    <message>
        <source>Probar</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Escriba una pregunta como un ciudadano</source>
        <translation>Write a question as a citizen would</translation>
    </message>
    <message>
        <source>· seguridad {tanto} %</source>
        <translation>· certainty {tanto}%</translation>
    </message>
    <message>
        <source>· coincide:</source>
        <translation>· matches:</translation>
    </message>
    <message>
        <source>· variante {numero}</source>
        <translation>· variant {numero}</translation>
    </message>
    <message>
        <source>● Se enviaría con una tecla</source>
        <translation>● Would be sent with one key</translation>
    </message>
    <message>
        <source>Solo como sugerencia</source>
        <translation>Only as a suggestion</translation>
    </message>
</context>
<context>
    <name>UpkeepDialog</name>
    <message>
        <source>Cuidado de la FAQ</source>
        <translation>Care of the FAQ</translation>
    </message>
    <message>
        <source>Qué falta</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>Cobertura</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>Normas</source>
        <translation>Laws</translation>
    </message>
    <message>
        <source>Enlaces</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>Cambio anotado: %Ln respuesta(s) en revisión.</source>
        <translation>
            <numerusform>Change noted: %Ln answer under review.</numerusform>
            <numerusform>Change noted: %Ln answers under review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpkeepTab</name>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>VariantWords</name>
    <message>
        <source>Está vacía: escríbala o quítela.</source>
        <translation>It is empty: write it or remove it.</translation>
    </message>
    <message>
        <source>Contiene un dato personal: quítelo.</source>
        <translation>It holds personal data: take it out.</translation>
    </message>
    <message>
        <source>Su enlace debe empezar por https://.</source>
        <translation>Its link must begin with https://.</translation>
    </message>
    <message>
        <source>Datos cambiados de sitio: en español {uno}; aquí {otro}.</source>
        <translation>Facts in each other’s place: in Spanish {uno}; here {otro}.</translation>
    </message>
    <message>
        <source>Falta una negación que el español tiene (no, sin…).</source>
        <translation>A negation of the Spanish text is missing (not, without…).</translation>
    </message>
    <message>
        <source>Hay una negación que el español no tiene (no, sin…).</source>
        <translation>There is a negation that the Spanish text does not have (not, without…).</translation>
    </message>
    <message>
        <source>falta {que}</source>
        <translation>missing {que}</translation>
    </message>
    <message>
        <source>sobra {que}</source>
        <translation>not in Spanish {que}</translation>
    </message>
    <message>
        <source>Cifras</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Fechas</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Enlaces</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Huecos</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>día</source>
        <translation>day</translation>
    </message>
    <message>
        <source>días</source>
        <translation>days</translation>
    </message>
    <message>
        <source>semana</source>
        <translation>week</translation>
    </message>
    <message>
        <source>semanas</source>
        <translation>weeks</translation>
    </message>
    <message>
        <source>mes</source>
        <translation>month</translation>
    </message>
    <message>
        <source>meses</source>
        <translation>months</translation>
    </message>
    <message>
        <source>año</source>
        <translation>year</translation>
    </message>
    <message>
        <source>años</source>
        <translation>years</translation>
    </message>
    <message>
        <source>hora</source>
        <translation>hour</translation>
    </message>
    <message>
        <source>horas</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>día hábil</source>
        <translation>working day</translation>
    </message>
    <message>
        <source>días hábiles</source>
        <translation>working days</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Ya no está unida a la incidencia.</source>
        <translation>No longer tied to the incident.</translation>
    </message>
    <message>
        <source>Unida a la incidencia: {cual}</source>
        <translation>Tied to the incident: {cual}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Mesa de @incluinfo</source>
        <translation>@incluinfo desk</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Envío anulado: el texto vuelve al editor.</source>
        <translation>Sending cancelled: the text is back in the editor.</translation>
    </message>
    <message numerus="yes">
        <source>%n nueva(s)</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abierta(s)</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>incluinfo_desk {version}</source>
        <translation>incluinfo_desk {version}</translation>
    </message>
    <message>
        <source>Mesa de atención ciudadana de @incluinfo. Las respuestas son informativas: a efectos jurídicos valen el BOE y la resolución de cada expediente.

Licencia EUPL-1.2. Usa Qt y PySide6 (LGPL-3.0).</source>
        <translation>Citizen service desk of @incluinfo. Replies are for information: what counts in law is the Official State Gazette (BOE) and the decision in each case.

Licence EUPL-1.2. Uses Qt and PySide6 (LGPL-3.0).</translation>
    </message>
    <message>
        <source>Abriendo la mesa…</source>
        <translation>Opening the desk…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Nueva</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Tomada</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>En consulta</source>
        <translation>In consultation</translation>
    </message>
    <message>
        <source>Respondida</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Cerrada</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Resuelta: no hay nada más que decir</source>
        <translation>Settled: nothing more to say</translation>
    </message>
    <message>
        <source>No es una pregunta</source>
        <translation>Not a question</translation>
    </message>
    <message>
        <source>Publicidad o mensajes en masa</source>
        <translation>Advertising or bulk posts</translation>
    </message>
    <message>
        <source>Oculta por las normas de uso</source>
        <translation>Hidden under the rules of use</translation>
    </message>
    <message>
        <source>La persona borró su mensaje</source>
        <translation>The person deleted their post</translation>
    </message>
    <message>
        <source>En espera</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Comprobando</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Enviando</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Enviado</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Rechazado por X</source>
        <translation>Refused by X</translation>
    </message>
    <message>
        <source>No sabemos si salió: lo comprobamos</source>
        <translation>Not known whether it left: we are checking</translation>
    </message>
    <message>
        <source>No consta publicado</source>
        <translation>Not found on X</translation>
    </message>
    <message>
        <source>Respondida desde otro sitio</source>
        <translation>Answered from elsewhere</translation>
    </message>
    <message>
        <source>Anulado</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Respuesta</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Publicación</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Continuación del hilo</source>
        <translation>Continuation of the thread</translation>
    </message>
    <message>
        <source>Borrado</source>
        <translation>Deletion</translation>
    </message>
    <message>
        <source>Ocultación</source>
        <translation>Hiding</translation>
    </message>
    <message>
        <source>Fin de la ocultación</source>
        <translation>End of hiding</translation>
    </message>
    <message>
        <source>Borrador</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Verificada</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>En revisión</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Anticipada</source>
        <translation>Anticipated</translation>
    </message>
    <message>
        <source>Retirada</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Falta que alguien la verifique</source>
        <translation>Somebody has yet to verify it</translation>
    </message>
    <message>
        <source>No tiene fuente oficial</source>
        <translation>It has no official source</translation>
    </message>
    <message>
        <source>Está en revisión</source>
        <translation>It is under review</translation>
    </message>
    <message>
        <source>Pasó su fecha de revisión</source>
        <translation>Its review date has passed</translation>
    </message>
    <message>
        <source>Todavía no está en vigor</source>
        <translation>It is not yet in force</translation>
    </message>
    <message>
        <source>Está retirada</source>
        <translation>It is retired</translation>
    </message>
    <message>
        <source>Su enlace no responde</source>
        <translation>Its link does not answer</translation>
    </message>
    <message>
        <source>Es un texto personal, sin verificar</source>
        <translation>It is a personal text, not verified</translation>
    </message>
    <message>
        <source>No es una pregunta para este canal</source>
        <translation>It is not a question for this channel</translation>
    </message>
    <message>
        <source>El identificador solo admite minúsculas, cifras y guiones, y no puede repetirse.</source>
        <translation>The identifier takes only lower-case letters, figures and hyphens, and cannot be repeated.</translation>
    </message>
    <message>
        <source>Escriba la pregunta.</source>
        <translation>Write the question.</translation>
    </message>
    <message>
        <source>Ese tema está retirado: elija otro para una ficha nueva.</source>
        <translation>That topic is retired: choose another for a new entry.</translation>
    </message>
    <message>
        <source>Escriba quién lo lleva.</source>
        <translation>Say who deals with it.</translation>
    </message>
    <message>
        <source>Escriba qué conviene mejorar: sin nombres ni datos de nadie no queda nada.</source>
        <translation>Say what should be better: without anybody&apos;s name or data nothing is left.</translation>
    </message>
    <message>
        <source>Una ficha personal no se propone: hágala antes del equipo.</source>
        <translation>A personal entry is not proposed: make it the team&apos;s first.</translation>
    </message>
    <message>
        <source>Ese identificador es de una ficha personal de otra persona: cámbielo.</source>
        <translation>That identifier is of somebody else&apos;s personal entry: change it.</translation>
    </message>
    <message>
        <source>Nombra un bloque que no existe: escríbalo en «Bloques compartidos» o quítelo.</source>
        <translation>It names a block that is not there: write it in “Shared blocks” or take it out.</translation>
    </message>
    <message>
        <source>Escriba cada norma con su identificador, como BOE-A-2015-11724.</source>
        <translation>Write each law with its identifier, such as BOE-A-2015-11724.</translation>
    </message>
    <message>
        <source>La fecha de revisión ya pasó: ponga una nueva para verificarla.</source>
        <translation>Its review date has passed: set a new one to verify it.</translation>
    </message>
    <message>
        <source>Para anticiparla, ponga desde qué día vale o la norma que espera.</source>
        <translation>To anticipate it, set the day it starts or the law it waits for.</translation>
    </message>
    <message>
        <source>Desde su estado actual no puede pasar a ese.</source>
        <translation>It cannot go to that state from the one it is in.</translation>
    </message>
    <message>
        <source>lectura fácil</source>
        <translation>easy read</translation>
    </message>
    <message>
        <source>{importe} $</source>
        <translation>${importe}</translation>
    </message>
    <message>
        <source>Escriba la respuesta.</source>
        <translation>Write the answer.</translation>
    </message>
    <message>
        <source>Elija uno de los temas del canal.</source>
        <translation>Choose one of the channel’s topics.</translation>
    </message>
    <message>
        <source>El enlace debe empezar por https://.</source>
        <translation>The link must begin with https://.</translation>
    </message>
    <message>
        <source>La respuesta usa {enlace}, pero la ficha no tiene enlace.</source>
        <translation>The answer uses {enlace}, but the entry has no link.</translation>
    </message>
    <message>
        <source>La respuesta no cabe en un mensaje de X: acórtela.</source>
        <translation>The answer does not fit in a post on X: shorten it.</translation>
    </message>
    <message>
        <source>Para verificarla hace falta la fuente oficial.</source>
        <translation>To verify it, the official source is needed.</translation>
    </message>
    <message>
        <source>Para verificarla, ponga antes sus iniciales en Ajustes.</source>
        <translation>To verify it, first put your initials in Settings.</translation>
    </message>
    <message>
        <source>Contiene un dato personal: quítelo antes de guardar.</source>
        <translation>It holds personal data: remove it before saving.</translation>
    </message>
    <message>
        <source>En estudio</source>
        <translation>Investigating</translation>
    </message>
    <message>
        <source>Causa localizada</source>
        <translation>Cause found</translation>
    </message>
    <message>
        <source>En observación</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Resuelta</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Programado</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>En curso</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>En comprobación</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>Terminado</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Cancelado</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>funciona</source>
        <translation>working</translation>
    </message>
    <message>
        <source>funciona con lentitud</source>
        <translation>running slowly</translation>
    </message>
    <message>
        <source>caída parcial</source>
        <translation>partial outage</translation>
    </message>
    <message>
        <source>caída total</source>
        <translation>full outage</translation>
    </message>
    <message>
        <source>mantenimiento</source>
        <translation>maintenance</translation>
    </message>
    <message>
        <source>Sin iniciar sesión</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>Conectando…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Conectado</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>X pide esperar</source>
        <translation>X asks us to wait</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>X solo deja responder desde el programa a quien nos menciona o nos cita. Responda a mano.</source>
        <translation>X only lets the program reply to those who mention or quote us. Answer by hand.</translation>
    </message>
    <message>
        <source>X dice que ya publicamos ese mismo texto. Cambie alguna palabra.</source>
        <translation>X says we have already posted this same text. Change a word.</translation>
    </message>
    <message>
        <source>X no permite esta publicación. Compruebe si la persona nos ha bloqueado.</source>
        <translation>X does not allow this post. Check whether the person has blocked us.</translation>
    </message>
    <message>
        <source>El mensaje al que respondía ya no está en X.</source>
        <translation>The post you were answering is no longer on X.</translation>
    </message>
    <message>
        <source>X dice que el texto es demasiado largo.</source>
        <translation>X says the text is too long.</translation>
    </message>
    <message>
        <source>X no ha aceptado el texto. Revíselo.</source>
        <translation>X has not accepted the text. Check it.</translation>
    </message>
    <message>
        <source>IMV</source>
        <translation>IMV</translation>
    </message>
    <message>
        <source>Pensiones</source>
        <translation>Pensions</translation>
    </message>
    <message>
        <source>Prestaciones</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>Asilo y migraciones</source>
        <translation>Asylum and migration</translation>
    </message>
    <message>
        <source>Cita y trámites</source>
        <translation>Booking and procedures</translation>
    </message>
    <message>
        <source>Autónomos</source>
        <translation>Self-employed</translation>
    </message>
    <message>
        <source>Afiliación y cotización</source>
        <translation>Contributions and registration</translation>
    </message>
    <message>
        <source>Españoles en el exterior</source>
        <translation>Spaniards abroad</translation>
    </message>
    <message>
        <source>Incidencia</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Bulos</source>
        <translation>Hoaxes</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>X nos pide esperar un poco. El programa lo vuelve a intentar solo.</source>
        <translation>X asks us to wait a little. The program tries again by itself.</translation>
    </message>
    <message>
        <source>X nos pide esperar hasta las {hora}. El programa lo vuelve a intentar solo.</source>
        <translation>X asks us to wait until {hora}. The program tries again by itself.</translation>
    </message>
    <message>
        <source>Responder a mano</source>
        <translation>Answer by hand</translation>
    </message>
    <message>
        <source>Falta rellenar {hueco}.</source>
        <translation>{hueco} still has to be filled in.</translation>
    </message>
    <message>
        <source>Ir al hueco</source>
        <translation>Go to the slot</translation>
    </message>
    <message>
        <source>El texto contiene un dato personal ({clase}). Quítelo: la respuesta es pública.</source>
        <translation>The text holds personal data ({clase}). Remove it: the reply is public.</translation>
    </message>
    <message>
        <source>DNI</source>
        <translation>DNI</translation>
    </message>
    <message>
        <source>NIE</source>
        <translation>NIE</translation>
    </message>
    <message>
        <source>NIF de una entidad</source>
        <translation>NIF of an organisation</translation>
    </message>
    <message>
        <source>NIF</source>
        <translation>NIF</translation>
    </message>
    <message>
        <source>número de la Seguridad Social</source>
        <translation>Social Security number</translation>
    </message>
    <message>
        <source>código de cuenta de cotización</source>
        <translation>contribution account code</translation>
    </message>
    <message>
        <source>cuenta bancaria</source>
        <translation>bank account</translation>
    </message>
    <message>
        <source>tarjeta bancaria</source>
        <translation>bank card</translation>
    </message>
    <message>
        <source>teléfono</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>correo electrónico</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>número de expediente</source>
        <translation>case number</translation>
    </message>
    <message>
        <source>identificador</source>
        <translation>identifier</translation>
    </message>
    <message>
        <source>Ya no está entre las sugerencias</source>
        <translation>It is no longer among the suggestions</translation>
    </message>
    <message>
        <source>Esa respuesta no se puede enviar con una tecla: {motivo}. Insértela y revísela.</source>
        <translation>This answer cannot be sent with one key: {motivo}. Insert it and check it.</translation>
    </message>
    <message>
        <source>Esta conversación la tiene {quien}. Pídasela antes de responder.</source>
        <translation>{quien} has taken this conversation. Ask for it before answering.</translation>
    </message>
    <message>
        <source>Esa dirección no es la de un mensaje de X.</source>
        <translation>That is not the address of a post on X.</translation>
    </message>
    <message>
        <source>X solo deja ocultar respuestas a mensajes nuestros, y este no lo es.</source>
        <translation>X only lets us hide replies to our own posts, and this is not one.</translation>
    </message>
    <message>
        <source>Una respuesta a esta persona está saliendo ahora. Espere a saber si es pública y vuelva a borrar.</source>
        <translation>A reply to this person is leaving now. Wait until you know whether it is public, then delete again.</translation>
    </message>
    <message>
        <source>Otra persona ha cambiado esta ficha mientras usted la editaba. Copie su texto, vuelva a abrirla y repita el cambio.</source>
        <translation>Somebody else has changed this entry while you were editing it. Copy your text, open it again and repeat the change.</translation>
    </message>
    <message>
        <source>Ese cambio no es posible ahora: la situación ha cambiado mientras tanto.</source>
        <translation>This change is not possible now: things have changed in the meantime.</translation>
    </message>
    <message>
        <source>La imagen debe ser PNG, JPEG, GIF o WebP.</source>
        <translation>The image must be PNG, JPEG, GIF or WebP.</translation>
    </message>
    <message>
        <source>La imagen es demasiado grande para X.</source>
        <translation>The image is too large for X.</translation>
    </message>
    <message>
        <source>La imagen no se puede leer.</source>
        <translation>The image cannot be read.</translation>
    </message>
    <message>
        <source>Su lectura se ha interrumpido.</source>
        <translation>Reading it was interrupted.</translation>
    </message>
    <message>
        <source>Sus columnas deben ser canal, pregunta, tema y fecha.</source>
        <translation>Its columns must be canal, pregunta, tema and fecha.</translation>
    </message>
    <message>
        <source>No es un fichero.</source>
        <translation>It is not a file.</translation>
    </message>
    <message>
        <source>El fichero de ajustes no se podía leer. Se usan los valores de partida y el anterior se guarda en {copia}.</source>
        <translation>The settings file could not be read. The initial values are used and the old file is kept in {copia}.</translation>
    </message>
    <message>
        <source>Abrir Ajustes</source>
        <translation>Open Settings</translation>
    </message>
    <message>
        <source>Esta respuesta no cabe en el presupuesto del mes: van {gasto} de {tope}.</source>
        <translation>This reply does not fit in the month’s budget: {gasto} of {tope} is spent.</translation>
    </message>
    <message>
        <source>X no admite más respuestas hasta las {hora}: lo que queda se reserva para avisos de incidencias.</source>
        <translation>X takes no more replies until {hora}: what is left is kept for incident notices.</translation>
    </message>
    <message>
        <source>X hará un enlace de «{enlace}» (carácter {lugar}) y costará más. Ponga un espacio.</source>
        <translation>X will turn “{enlace}” (character {lugar}) into a link and it will cost more. Put in a space.</translation>
    </message>
    <message>
        <source>Otros programas ocupan los puertos {puertos} de este equipo, por los que X devuelve el permiso. Ciérrelos e inténtelo otra vez.</source>
        <translation>Other programs are using ports {puertos} of this computer, through which X returns the permission. Close them and try again.</translation>
    </message>
    <message>
        <source>Iniciar sesión</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>No hay conexión. Puede seguir trabajando: lo que envíe saldrá al volver la red.</source>
        <translation>There is no connection. You can go on working: what you send will leave when the network is back.</translation>
    </message>
    <message>
        <source>La red de la oficina no deja llegar a X. Revise el proxy en Ajustes o avise a informática.</source>
        <translation>The office network does not let us reach X. Check the proxy in Settings or tell IT support.</translation>
    </message>
    <message>
        <source>Para leer y responder hay que iniciar sesión en X.</source>
        <translation>Sign in to X to read and answer.</translation>
    </message>
    <message>
        <source>X no reconoce nuestra sesión. Si dura más de unos minutos, iníciela otra vez.</source>
        <translation>X does not recognise our session. If this lasts more than a few minutes, sign in again.</translation>
    </message>
    <message>
        <source>Se ha agotado el crédito de la cuenta en X. Hay que ampliarlo en el portal de X.</source>
        <translation>The account’s credit on X has run out. It has to be topped up on the X portal.</translation>
    </message>
    <message>
        <source>No sabemos si salió. El programa lo comprueba en X y no lo repite.</source>
        <translation>It is not known whether it left. The program checks on X and does not repeat it.</translation>
    </message>
    <message>
        <source>X ha contestado algo que no se entiende. El programa lo vuelve a intentar solo.</source>
        <translation>X has answered something that makes no sense. The program tries again by itself.</translation>
    </message>
    <message>
        <source>X no funciona en este momento. El programa lo vuelve a intentar solo.</source>
        <translation>X is not working at the moment. The program tries again by itself.</translation>
    </message>
    <message>
        <source>Solo a mano: esta persona no nos mencionó y X no deja responder desde el programa.</source>
        <translation>Only by hand: this person did not mention us and X does not let the program reply.</translation>
    </message>
    <message>
        <source>La persona ha cambiado su mensaje mientras usted escribía. Vuelva a leerlo.</source>
        <translation>The person has changed their post while you were writing. Read it again.</translation>
    </message>
    <message>
        <source>Este mensaje ya tiene una respuesta nuestra. Si envía otra, se verán las dos.</source>
        <translation>We have already replied to this post. If you send another reply, both will be seen.</translation>
    </message>
    <message>
        <source>Ya hay una respuesta en camino para este mensaje.</source>
        <translation>A reply to this post is already on its way.</translation>
    </message>
    <message>
        <source>Ver la cola</source>
        <translation>Show the queue</translation>
    </message>
    <message>
        <source>La persona ha borrado el mensaje al que respondía. No se ha publicado nada.</source>
        <translation>The person has deleted the post you were answering. Nothing has been published.</translation>
    </message>
    <message>
        <source>Ir a la siguiente</source>
        <translation>Go to the next one</translation>
    </message>
    <message>
        <source>Ya no se puede deshacer: la respuesta ha salido.</source>
        <translation>It can no longer be undone: the reply has left.</translation>
    </message>
    <message>
        <source>Describa la imagen para quien no puede verla.</source>
        <translation>Describe the image for people who cannot see it.</translation>
    </message>
    <message>
        <source>Falta el identificador de cliente de X. Escríbalo en Ajustes, en Cuenta, y vuelva a iniciar sesión.</source>
        <translation>The X client ID is missing. Write it in Settings, under Account, and sign in again.</translation>
    </message>
    <message>
        <source>Se acabó el tiempo para dar el permiso en X. Puede volver a intentarlo.</source>
        <translation>The time to give permission on X has run out. You can try again.</translation>
    </message>
    <message>
        <source>Este equipo no tiene un almacén seguro de claves: la sesión durará hasta que cierre el programa.</source>
        <translation>This computer has no secure password store: the session will last until you close the program.</translation>
    </message>
    <message>
        <source>El almacén de claves está bloqueado. Desbloquéelo con su contraseña del equipo.</source>
        <translation>The password store is locked. Unlock it with your password for this computer.</translation>
    </message>
    <message>
        <source>El disco está lleno y no se puede guardar en {ruta}. Libere espacio.</source>
        <translation>The disk is full and nothing can be saved in {ruta}. Free some space.</translation>
    </message>
    <message>
        <source>No se puede escribir en {ruta}. Pida permiso de escritura o use otra carpeta.</source>
        <translation>{ruta} cannot be written to. Ask for permission to write or use another folder.</translation>
    </message>
    <message>
        <source>La base de datos {ruta} está dañada. No se ha tocado: recupere la última copia.</source>
        <translation>The database {ruta} is damaged. It has not been touched: restore the last backup.</translation>
    </message>
    <message>
        <source>La base de datos {ruta} es de una versión más nueva del programa. Actualícelo.</source>
        <translation>The database {ruta} belongs to a newer version of the program. Update the program.</translation>
    </message>
    <message>
        <source>Otro programa está usando {ruta}. Ciérrelo e inténtelo de nuevo.</source>
        <translation>Another program is using {ruta}. Close it and try again.</translation>
    </message>
    <message>
        <source>El programa ya está abierto con la carpeta {ruta}.</source>
        <translation>The program is already open with the folder {ruta}.</translation>
    </message>
    <message>
        <source>No se puede leer {ruta}.</source>
        <translation>{ruta} cannot be read.</translation>
    </message>
    <message>
        <source>ahora</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{minutos} min</source>
        <translation>{minutos} min</translation>
    </message>
    <message>
        <source>{horas} h {minutos} min</source>
        <translation>{horas} h {minutos} min</translation>
    </message>
    <message>
        <source>{segundos} s</source>
        <translation>{segundos} s</translation>
    </message>
    <message>
        <source>Esto necesita el visto bueno de una segunda persona antes de publicarse.</source>
        <translation>This needs a second person’s approval before it is published.</translation>
    </message>
    <message>
        <source>Ponga sus iniciales en Ajustes: sin ellas no se sabe quién es la segunda persona.</source>
        <translation>Enter your initials in Settings: without them nobody can tell who the second person is.</translation>
    </message>
    <message>
        <source>Escriba las iniciales de quien lo aprueba o lo devuelve.</source>
        <translation>Enter the initials of who approves it or sends it back.</translation>
    </message>
    <message>
        <source>Quien escribió el texto no puede aprobarlo. Llame a otra persona.</source>
        <translation>Who wrote the text may not approve it. Call somebody else.</translation>
    </message>
    <message>
        <source>Este texto ya estaba decidido.</source>
        <translation>This text had been decided already.</translation>
    </message>
    <message>
        <source>Una respuesta reenviada se ha publicado dos veces: X retenía el primer envío. Borre la repetida en su conversación.</source>
        <translation>An answer sent again was published twice: X was holding the first request. Delete the repeated one in its conversation.</translation>
    </message>
    <message>
        <source>Es demasiado grande.</source>
        <translation>It is too large.</translation>
    </message>
    <message>
        <source>No es texto que la mesa conozca.</source>
        <translation>It is not text that the desk knows.</translation>
    </message>
    <message>
        <source>No es una hoja de cálculo .xlsx, o está dañada.</source>
        <translation>It is not an .xlsx spreadsheet, or it is damaged.</translation>
    </message>
    <message>
        <source>Desempaquetado ocuparía demasiado: no se abre.</source>
        <translation>Unpacked it would take too much room: it is not opened.</translation>
    </message>
    <message>
        <source>Contiene instrucciones que la mesa no ejecuta.</source>
        <translation>It contains instructions that the desk does not run.</translation>
    </message>
    <message>
        <source>No tiene las columnas de la FAQ. Exporte una vez para ver cuáles son.</source>
        <translation>It does not have the columns of the FAQ. Export once to see which they are.</translation>
    </message>
    <message>
        <source>Ha tardado demasiado en leerse.</source>
        <translation>It took too long to read.</translation>
    </message>
    <message>
        <source>El final tiene que ser posterior al comienzo. Cambie las fechas.</source>
        <translation>The end must come after the beginning. Change the dates.</translation>
    </message>
    <message>
        <source>Escriba por qué se borra: el motivo queda junto al texto.</source>
        <translation>Say why it is deleted: the reason stays with the text.</translation>
    </message>
    <message>
        <source>No hay nada público que borrar en ese aviso.</source>
        <translation>Nothing of that notice is public, so there is nothing to delete.</translation>
    </message>
    <message>
        <source>Esa incidencia ya no está.</source>
        <translation>That incident is no longer there.</translation>
    </message>
    <message>
        <source>Una incidencia no puede empezar en «{nuevo}».</source>
        <translation>An incident cannot begin as “{nuevo}”.</translation>
    </message>
    <message>
        <source>La incidencia ya está en «{nuevo}». Para decir algo más, vuelva a abrirla.</source>
        <translation>The incident is in “{nuevo}” already. To say more, reopen it.</translation>
    </message>
    <message>
        <source>De «{viejo}» no se puede pasar a «{nuevo}».</source>
        <translation>“{viejo}” cannot become “{nuevo}”.</translation>
    </message>
    <message>
        <source>Ver la incidencia</source>
        <translation>Show the incident</translation>
    </message>
    <message>
        <source>{cual}: ha pasado la hora del aviso prometido.</source>
        <translation>{cual}: the promised notice is overdue.</translation>
    </message>
    <message>
        <source>{cual}: el mantenimiento ha cambiado de fase y hay que decirlo.</source>
        <translation>{cual}: the maintenance has moved on and somebody has to say so.</translation>
    </message>
    <message>
        <source>Esos datos no se pueden guardar.</source>
        <translation>Those data cannot be saved.</translation>
    </message>
    <message>
        <source>No hay nada oficial con que contrastarlo: no se puede desmentir.</source>
        <translation>There is nothing official to check it against: it cannot be rebutted.</translation>
    </message>
    <message>
        <source>Escriba qué se afirma.</source>
        <translation>Write what is being claimed.</translation>
    </message>
    <message>
        <source>Faltan partes: el hecho, por qué es falso y dónde comprobarlo.</source>
        <translation>Parts are missing: the fact, why it is false and where to check.</translation>
    </message>
    <message>
        <source>El texto cita el bulo o enlaza con él: así se difunde más.</source>
        <translation>The text quotes the hoax or links to it: that spreads it further.</translation>
    </message>
    <message>
        <source>La primera frase repite lo que se afirma. Empiece por el hecho.</source>
        <translation>The first sentence repeats the claim. Begin with the fact.</translation>
    </message>
    <message>
        <source>Empiece por el hecho, no por el desmentido ni por una pregunta.</source>
        <translation>Begin with the fact, not with the denial or a question.</translation>
    </message>
    <message>
        <source>La ficha del bulo ha cambiado desde que se escribió este texto.</source>
        <translation>The hoax’s entry has changed since this text was written.</translation>
    </message>
    <message>
        <source>Escriba un nombre corto para el tema, con letras.</source>
        <translation>Write a short name for the topic, with letters.</translation>
    </message>
    <message>
        <source>Ya hay un tema «{tema}». Elija otro nombre, o únalos.</source>
        <translation>There is a topic “{tema}” already. Choose another name, or merge them.</translation>
    </message>
    <message>
        <source>El tema «{tema}» ya no está como se veía. Mire la lista de nuevo.</source>
        <translation>The topic “{tema}” is no longer as it was shown. Look at the list again.</translation>
    </message>
    <message>
        <source>No se puede unir con «{tema}»: elija otro tema que esté en uso.</source>
        <translation>It cannot be merged with “{tema}”: choose another topic that is in use.</translation>
    </message>
    <message>
        <source>Es el último tema en uso: añada otro antes de retirarlo.</source>
        <translation>It is the last topic in use: add another before you retire it.</translation>
    </message>
    <message>
        <source>El nombre «{bloque}» no sirve o ya es de otro bloque: use letras, cifras y guiones.</source>
        <translation>The name “{bloque}” does not do or is another block&apos;s: use letters, figures and hyphens.</translation>
    </message>
    <message>
        <source>Escriba el texto del bloque.</source>
        <translation>Write the text of the block.</translation>
    </message>
    <message>
        <source>El bloque no cabe en ninguna respuesta: acórtelo.</source>
        <translation>The block fits into no answer: shorten it.</translation>
    </message>
    <message>
        <source>El bloque «{bloque}» se nombraría a sí mismo. Quite ese nombre del texto.</source>
        <translation>The block “{bloque}” would name itself. Take that name out of the text.</translation>
    </message>
    <message>
        <source>El texto nombra el bloque «{bloque}», que no existe. Escríbalo antes.</source>
        <translation>The text names the block “{bloque}”, which is not there. Write that one first.</translation>
    </message>
    <message>
        <source>El bloque «{bloque}» está en uso: quítelo antes de quien lo dice.</source>
        <translation>The block “{bloque}” is in use: take it out of what says it first.</translation>
    </message>
    <message>
        <source>El texto contiene un dato personal: quítelo antes de guardar.</source>
        <translation>The text holds personal data: take it out before saving.</translation>
    </message>
    <message>
        <source>Este bulo es de otro organismo: se remite, no se desmiente aquí.</source>
        <translation>This hoax belongs to another body: it is passed on, not rebutted here.</translation>
    </message>
    <message>
        <source>Falta una fuente oficial: una página de gob.es, Seguridad Social o BOE.</source>
        <translation>An official source is missing: a page of gob.es, Seguridad Social or the BOE.</translation>
    </message>
    <message>
        <source>Una variante en otra lengua está vacía: escríbala o quítela.</source>
        <translation>A variant in another language is empty: write it or remove it.</translation>
    </message>
    <message>
        <source>Una variante en otra lengua no cabe en un mensaje de X.</source>
        <translation>A variant in another language does not fit in a post on X.</translation>
    </message>
    <message>
        <source>Una variante en otra lengua contiene un dato personal.</source>
        <translation>A variant in another language holds personal data.</translation>
    </message>
    <message>
        <source>El enlace de una variante en otra lengua debe empezar por https://.</source>
        <translation>The link of a variant in another language must begin with https://.</translation>
    </message>
    <message>
        <source>Una variante en otra lengua no dice lo mismo que la respuesta.</source>
        <translation>A variant in another language does not say the same as the answer.</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>Visto %n vez(ces) ahora</source>
        <translation>
            <numerusform>Seen %n time now</numerusform>
            <numerusform>Seen %n times now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vez(ces) antes, en {mes}</source>
        <translation>
            <numerusform>%n time before, in {mes}</numerusform>
            <numerusform>%n times before, in {mes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preguntan %n persona(s) hoy.</source>
        <translation>
            <numerusform>%n person asks today.</numerusform>
            <numerusform>%n people ask today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mención(es) en una hora.</source>
        <translation>
            <numerusform>%n mention in an hour.</numerusform>
            <numerusform>%n mentions in an hour.</numerusform>
        </translation>
    </message>
</context>
</TS>
