PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES ('0011');
CREATE TABLE components (
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	"group" TEXT NOT NULL, 
	words JSON NOT NULL, 
	link TEXT, 
	state TEXT NOT NULL, province TEXT DEFAULT '' NOT NULL, hours TEXT DEFAULT '' NOT NULL, address TEXT DEFAULT '' NOT NULL, latitude FLOAT, longitude FLOAT, verified BOOLEAN DEFAULT 0 NOT NULL, retired BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_components PRIMARY KEY (id)
);
INSERT INTO components VALUES ('sede', 0, 'Sede', 'sede', '["la sede"]', NULL, 'full_outage', '', '', '', NULL, NULL, 0, 0);
CREATE TABLE conversations (
	id TEXT NOT NULL, 
	thread_id TEXT NOT NULL, 
	citizen_id TEXT NOT NULL, 
	citizen_handle TEXT NOT NULL, 
	citizen_name TEXT NOT NULL, 
	citizen_verified BOOLEAN NOT NULL, 
	citizen_protected BOOLEAN NOT NULL, 
	state TEXT NOT NULL, 
	last_post_id TEXT NOT NULL, 
	last_at BIGINT NOT NULL, 
	waiting_since BIGINT, 
	topic TEXT, 
	topic_set BOOLEAN NOT NULL, 
	language TEXT, 
	holder TEXT, 
	is_question BOOLEAN NOT NULL, 
	has_personal_data BOOLEAN NOT NULL, 
	reopened BOOLEAN NOT NULL, 
	close_reason TEXT, 
	hint_faq_id TEXT, 
	hint_incident_id TEXT, 
	tied BOOLEAN NOT NULL, 
	last_text TEXT NOT NULL, hint_hoax_id TEXT, 
	CONSTRAINT pk_conversations PRIMARY KEY (id)
);
INSERT INTO conversations VALUES ('20.8', '20', '8', 'pablo77', 'Pablo Núñez', 0, 0, 'answered', '20', 1795424520000000, NULL, 'imv', 0, 'es', NULL, 1, 1, 0, NULL, NULL, NULL, 0, 'Pensión de viudedad', NULL);
INSERT INTO conversations VALUES ('10.7', '10', '7', 'rosa_perez', 'Rosa Pérez', 0, 0, 'taken', '12', 1795424460000000, 1795424400000000, 'imv', 0, 'es', 'AB', 1, 0, 0, NULL, NULL, NULL, 0, 'Corregido: pensión', NULL);
INSERT INTO conversations VALUES ('30.7', '30', '7', 'rosa_perez', 'Rosa Pérez', 0, 0, 'new', '30', 1795424700000000, 1795424700000000, NULL, 0, 'es', NULL, 0, 0, 0, NULL, NULL, NULL, 0, 'pensión', NULL);
CREATE TABLE faq (
	id TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	question TEXT NOT NULL, 
	reply TEXT NOT NULL, 
	variants JSON NOT NULL, 
	keywords JSON NOT NULL, 
	link TEXT, 
	body TEXT NOT NULL, 
	legal_basis TEXT, 
	source TEXT, 
	confidence TEXT NOT NULL, 
	needs_private_channel BOOLEAN NOT NULL, 
	review_by DATE, 
	valid_from DATE, 
	language TEXT NOT NULL, 
	state TEXT NOT NULL, 
	verified_by TEXT, 
	verified_at BIGINT, 
	revision INTEGER NOT NULL, 
	updated_at BIGINT, 
	folded TEXT NOT NULL, norms JSON DEFAULT '[]' NOT NULL, translations JSON DEFAULT '[]' NOT NULL, layer TEXT DEFAULT 'team' NOT NULL, owner TEXT DEFAULT '' NOT NULL, review_reason TEXT DEFAULT '' NOT NULL, link_dead_since DATE, no_norm BOOLEAN DEFAULT 0 NOT NULL, procedure TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_faq PRIMARY KEY (id)
);
INSERT INTO faq VALUES ('imv-plazo', 'imv', '¿Cuánto tarda?', 'Seis meses: {enlace}', '["\u00bfPlazo?"]', '["plazo"]', 'https://inclusion.gob.es', '', NULL, NULL, 'unverified', 0, '2027-06-30', NULL, 'es', 'verified', 'AB', 1795424820000000, 2, 1795424400000000, 'imv-plazo
¿cuanto tarda?
¿plazo?
plazo
seis meses: {enlace}', '[]', '[]', 'team', '', '', NULL, 0, '');
CREATE TABLE incidents (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	components JSON NOT NULL, 
	impact TEXT NOT NULL, 
	state TEXT NOT NULL, 
	started_at BIGINT NOT NULL, 
	next_update_at BIGINT, 
	ends_at BIGINT, 
	CONSTRAINT pk_incidents PRIMARY KEY (id)
);
INSERT INTO incidents VALUES ('caida', 'Caída', '["sede"]', 'full_outage', 'investigating', 1795424880000000, 1795426680000000, NULL);
CREATE TABLE notes (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY ("key")
);
INSERT INTO notes VALUES ('mentions.cursor', '"30"');
INSERT INTO notes VALUES ('audit.head', '{"count": 3, "hash": "f6cd72bdfc94309693507977b781b8e94f1f3e528cae87e6d89188ea4d76f133"}');
INSERT INTO notes VALUES ('k', '{"a": [1, "ñ"]}');
CREATE TABLE spending (
	number INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	cost INTEGER NOT NULL, 
	CONSTRAINT pk_spending PRIMARY KEY (number)
);
INSERT INTO spending VALUES (1, 1795424940000000, 'mentions', 3, 15000000);
CREATE TABLE drafts (
	conversation_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	cursor INTEGER NOT NULL, 
	target_id TEXT NOT NULL, 
	updated_at BIGINT NOT NULL, 
	faq_id TEXT, 
	CONSTRAINT pk_drafts PRIMARY KEY (conversation_id), 
	CONSTRAINT fk_drafts_conversation_id_conversations FOREIGN KEY(conversation_id) REFERENCES conversations (id)
);
INSERT INTO drafts VALUES ('10.7', 'Hola
Rosa', 4, '12', 1795424760000000, NULL);
CREATE TABLE faq_revisions (
	faq_id TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" TEXT NOT NULL, 
	entry JSON NOT NULL, 
	CONSTRAINT pk_faq_revisions PRIMARY KEY (faq_id, revision), 
	CONSTRAINT fk_faq_revisions_faq_id_faq FOREIGN KEY(faq_id) REFERENCES faq (id)
);
INSERT INTO faq_revisions VALUES ('imv-plazo', 1, 1795424400000000, 'AB', '{"id": "imv-plazo", "topic": "imv", "question": "\u00bfCu\u00e1nto tarda?", "reply": "Seis meses: {enlace}", "variants": ["\u00bfPlazo?"], "keywords": ["plazo"], "link": "https://inclusion.gob.es", "body": "", "legal_basis": null, "source": null, "confidence": "unverified", "needs_private_channel": false, "review_by": "2027-06-30", "valid_from": null, "language": "es", "state": "draft", "verified_by": null, "verified_at": null, "revision": 1, "updated_at": 1795424400000000, "norms": [], "no_norm": false, "procedure": "", "translations": [], "layer": "team", "owner": "", "review_reason": "", "link_dead_since": null}');
INSERT INTO faq_revisions VALUES ('imv-plazo', 2, 1795424400000000, 'AB', '{"id": "imv-plazo", "topic": "imv", "question": "\u00bfCu\u00e1nto tarda?", "reply": "Seis meses: {enlace}", "variants": ["\u00bfPlazo?"], "keywords": ["plazo"], "link": "https://inclusion.gob.es", "body": "", "legal_basis": null, "source": null, "confidence": "unverified", "needs_private_channel": false, "review_by": "2027-06-30", "valid_from": null, "language": "es", "state": "verified", "verified_by": "AB", "verified_at": 1795424820000000, "revision": 2, "updated_at": 1795424400000000, "norms": [], "no_norm": false, "procedure": "", "translations": [], "layer": "team", "owner": "", "review_reason": "", "link_dead_since": null}');
CREATE TABLE outbox (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	once TEXT, 
	created_at BIGINT NOT NULL, 
	not_before BIGINT NOT NULL, 
	changed_at BIGINT NOT NULL, 
	conversation_id TEXT, 
	seen_post_id TEXT, 
	target_id TEXT, 
	after_id TEXT, 
	broadcast_id TEXT, 
	media TEXT, 
	alt_text TEXT, 
	faq_id TEXT, 
	author TEXT NOT NULL, 
	attempts INTEGER NOT NULL, 
	watermark TEXT, 
	sent_at BIGINT, 
	looks INTEGER NOT NULL, 
	post_id TEXT, 
	reason TEXT, 
	cursor INTEGER, 
	text_normal TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_outbox PRIMARY KEY (number), 
	CONSTRAINT fk_outbox_after_id_outbox FOREIGN KEY(after_id) REFERENCES outbox (id), 
	CONSTRAINT fk_outbox_conversation_id_conversations FOREIGN KEY(conversation_id) REFERENCES conversations (id)
);
INSERT INTO outbox VALUES (1, 'o1', 'reply', 'queued', 'reply:30', 1795424400000000, 1795424400000000, 1795424400000000, '30.7', '30', '30', NULL, NULL, NULL, NULL, 'imv-plazo', 'RP', 0, NULL, NULL, 0, NULL, NULL, 2, 'El plazo es de seis meses.', 'El plazo es de seis meses.');
INSERT INTO outbox VALUES (2, 's1', 'standalone', 'queued', NULL, 1795424400000000, 1795424400000000, 1795424400000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'RP', 0, NULL, NULL, 0, NULL, NULL, NULL, 'Hay una caída', 'Hay una caída');
CREATE TABLE posts (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	thread_id TEXT NOT NULL, 
	conversation_id TEXT, 
	created_at BIGINT NOT NULL, 
	ours BOOLEAN NOT NULL, 
	deleted BOOLEAN NOT NULL, 
	has_personal_data BOOLEAN NOT NULL, 
	hidden BOOLEAN NOT NULL, 
	in_reply_to TEXT, 
	quotes TEXT, 
	language TEXT, 
	author_id TEXT NOT NULL, 
	author_verified BOOLEAN NOT NULL, 
	author_protected BOOLEAN NOT NULL, 
	author_handle TEXT NOT NULL, 
	author_name TEXT NOT NULL, 
	mentions JSON NOT NULL, 
	versions JSON NOT NULL, 
	links JSON NOT NULL, 
	text TEXT NOT NULL, checked_at BIGINT DEFAULT 0 NOT NULL, hoax_id TEXT, 
	CONSTRAINT pk_posts PRIMARY KEY (number), 
	CONSTRAINT fk_posts_conversation_id_conversations FOREIGN KEY(conversation_id) REFERENCES conversations (id)
);
INSERT INTO posts VALUES (1, '10', '10', '10.7', 1795424400000000, 0, 0, 0, 0, NULL, NULL, NULL, '7', 0, 0, 'rosa_perez', 'Rosa Pérez', '[]', '[]', '[]', '¿Y mi pensión? 😀 ñ', 1795424400000000, NULL);
INSERT INTO posts VALUES (2, '12', '10', '10.7', 1795424460000000, 0, 0, 0, 0, NULL, NULL, NULL, '7', 0, 0, 'rosa_perez', 'Rosa Pérez', '[]', '["11", "12"]', '[]', 'Corregido: pensión', 1795424460000000, NULL);
INSERT INTO posts VALUES (3, '20', '20', '20.8', 1795424520000000, 0, 0, 1, 0, NULL, NULL, NULL, '8', 0, 0, 'pablo77', 'Pablo Núñez', '[]', '[]', '[]', 'Pensión de viudedad', 1795424520000000, NULL);
INSERT INTO posts VALUES (4, '21', '20', '20.8', 1795424640000000, 1, 0, 0, 0, '20', NULL, NULL, '1', 1, 0, 'incluinfo', 'Ministerio de Inclusión', '[]', '[]', '[]', 'Hola', 1795424640000000, NULL);
INSERT INTO posts VALUES (5, '30', '30', '30.7', 1795424700000000, 0, 0, 0, 0, NULL, NULL, NULL, '7', 0, 0, 'rosa_perez', 'Rosa Pérez', '[]', '[]', '[]', 'pensión', 1795424700000000, NULL);
CREATE TABLE incident_updates (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	incident_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	text TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	author TEXT NOT NULL, 
	outgoing_id TEXT, 
	post_id TEXT, corrects TEXT, deletion_id TEXT, deletion_reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_incident_updates PRIMARY KEY (number), 
	CONSTRAINT fk_incident_updates_incident_id_incidents FOREIGN KEY(incident_id) REFERENCES incidents (id), 
	CONSTRAINT fk_incident_updates_outgoing_id_outbox FOREIGN KEY(outgoing_id) REFERENCES outbox (id), 
	CONSTRAINT uq_incident_updates_id UNIQUE (id)
);
INSERT INTO incident_updates VALUES (1, 'u1', 'caida', 'investigating', 'Hay una caída', 1795424880000000, 'AB', 's1', NULL, NULL, NULL, '');
CREATE TABLE post_versions (
	id TEXT NOT NULL, 
	post INTEGER NOT NULL, 
	CONSTRAINT pk_post_versions PRIMARY KEY (id), 
	CONSTRAINT fk_post_versions_post_posts FOREIGN KEY(post) REFERENCES posts (number)
);
INSERT INTO post_versions VALUES ('11', 2);
INSERT INTO post_versions VALUES ('12', 2);
CREATE VIRTUAL TABLE post_search USING fts5(
        author_name, author_handle, text,
        content='posts', content_rowid='number', columnsize=0,
        tokenize="unicode61 remove_diacritics 2"
    );
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	officer TEXT NOT NULL, 
	act TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (seq)
);
INSERT INTO audit VALUES (1, 1795424400000000, 'AB', 'faq_imported', '', '{"added":1}', '0000000000000000000000000000000000000000000000000000000000000000', 'e86826f59ba47d5b08a88140e89be40e03e91c7ead3a07651c51a48f02abd1c3');
INSERT INTO audit VALUES (2, 1795424400000000, 'AB', 'faq_verified', 'imv-plazo', '{"revision":2,"state":"verified"}', 'e86826f59ba47d5b08a88140e89be40e03e91c7ead3a07651c51a48f02abd1c3', '8443a62ea8fdeb9b1187f6f9d6d1bf38e0d25c3dd72f54f9ca64341f6843ce50');
INSERT INTO audit VALUES (3, 1795424400000000, 'AB', 'incident_published', 'caida', '{"posts":["s1"],"state":"investigating","update":"u1"}', '8443a62ea8fdeb9b1187f6f9d6d1bf38e0d25c3dd72f54f9ca64341f6843ce50', 'f6cd72bdfc94309693507977b781b8e94f1f3e528cae87e6d89188ea4d76f133');
CREATE TABLE daily_counts (
	day DATE NOT NULL, 
	topic TEXT NOT NULL, 
	state TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_daily_counts PRIMARY KEY (day, topic, state)
);
CREATE TABLE norm_changes (
	number INTEGER NOT NULL, 
	norm TEXT NOT NULL, 
	title TEXT NOT NULL, 
	in_force DATE NOT NULL, 
	note TEXT NOT NULL, 
	source TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	entries INTEGER NOT NULL, 
	CONSTRAINT pk_norm_changes PRIMARY KEY (number)
);
CREATE TABLE links (
	url TEXT NOT NULL, 
	checked_at BIGINT, 
	status INTEGER, 
	fault TEXT NOT NULL, 
	final_url TEXT NOT NULL, 
	moved_for_good BOOLEAN NOT NULL, 
	failures INTEGER NOT NULL, 
	failing_since BIGINT, 
	dead_since BIGINT, 
	CONSTRAINT pk_links PRIMARY KEY (url)
);
CREATE TABLE proposals (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	title TEXT NOT NULL, 
	texts JSON NOT NULL, 
	payload JSON NOT NULL, 
	author TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	decided_at BIGINT, 
	reason TEXT NOT NULL, 
	settled BOOLEAN NOT NULL, 
	CONSTRAINT pk_proposals PRIMARY KEY (number), 
	CONSTRAINT uq_proposals_id UNIQUE (id)
);
CREATE TABLE component_states (
	number INTEGER NOT NULL, 
	component_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	incident_id TEXT, 
	CONSTRAINT pk_component_states PRIMARY KEY (number), 
	CONSTRAINT fk_component_states_component_id_components FOREIGN KEY(component_id) REFERENCES components (id), 
	CONSTRAINT fk_component_states_incident_id_incidents FOREIGN KEY(incident_id) REFERENCES incidents (id)
);
INSERT INTO component_states VALUES (1, 'sede', 'full_outage', 1795424400000000, 'caida');
CREATE TABLE evidence (
	number INTEGER NOT NULL, 
	outgoing_id TEXT NOT NULL, 
	faq_id TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	post INTEGER NOT NULL, 
	trace BLOB NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (number), 
	CONSTRAINT fk_evidence_post_posts FOREIGN KEY(post) REFERENCES posts (number)
);
CREATE TABLE hoaxes (
	id TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	state TEXT NOT NULL, 
	first_seen DATE NOT NULL, 
	revision INTEGER NOT NULL, 
	updated_at BIGINT NOT NULL, 
	entry JSON NOT NULL, 
	CONSTRAINT pk_hoaxes PRIMARY KEY (id)
);
CREATE TABLE hoax_revisions (
	hoax_id TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" TEXT NOT NULL, 
	entry JSON NOT NULL, 
	CONSTRAINT pk_hoax_revisions PRIMARY KEY (hoax_id, revision), 
	CONSTRAINT fk_hoax_revisions_hoax_id_hoaxes FOREIGN KEY(hoax_id) REFERENCES hoaxes (id)
);
CREATE TABLE hoax_days (
	hoax_id TEXT NOT NULL, 
	day DATE NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_hoax_days PRIMARY KEY (hoax_id, day), 
	CONSTRAINT fk_hoax_days_hoax_id_hoaxes FOREIGN KEY(hoax_id) REFERENCES hoaxes (id)
);
CREATE TABLE hoax_said (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	hoax_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	author TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	first_id TEXT NOT NULL, 
	outgoing_id TEXT NOT NULL, 
	post_id TEXT, 
	CONSTRAINT pk_hoax_said PRIMARY KEY (number), 
	CONSTRAINT fk_hoax_said_hoax_id_hoaxes FOREIGN KEY(hoax_id) REFERENCES hoaxes (id), 
	CONSTRAINT fk_hoax_said_first_id_outbox FOREIGN KEY(first_id) REFERENCES outbox (id), 
	CONSTRAINT fk_hoax_said_outgoing_id_outbox FOREIGN KEY(outgoing_id) REFERENCES outbox (id), 
	CONSTRAINT uq_hoax_said_id UNIQUE (id)
);
CREATE TABLE faq_proposals (
	id TEXT NOT NULL, 
	faq_id TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	entry JSON, 
	base JSON, 
	note TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	decided_at BIGINT, 
	CONSTRAINT pk_faq_proposals PRIMARY KEY (id)
);
CREATE TABLE heard (
	number INTEGER NOT NULL, 
	line TEXT NOT NULL, 
	text TEXT NOT NULL, 
	topic TEXT, 
	at BIGINT NOT NULL, 
	covered BOOLEAN NOT NULL, 
	CONSTRAINT pk_heard PRIMARY KEY (number)
);
CREATE INDEX ix_conversations_holder ON conversations (holder, state, last_at, id) WHERE holder IS NOT NULL;
CREATE INDEX ix_conversations_incident ON conversations (hint_incident_id, state, last_at, id) WHERE hint_incident_id IS NOT NULL;
CREATE INDEX ix_conversations_last_at ON conversations (last_at, id, is_question);
CREATE INDEX ix_conversations_state ON conversations (state, last_at, id, is_question);
CREATE INDEX ix_conversations_topic ON conversations (topic, state, last_at, id, is_question);
CREATE INDEX ix_faq_order ON faq (topic, id);
CREATE INDEX ix_incidents_started ON incidents (started_at, id);
CREATE INDEX ix_spending_at ON spending (at);
CREATE INDEX ix_outbox_after ON outbox (after_id);
CREATE INDEX ix_outbox_conversation ON outbox (conversation_id);
CREATE INDEX ix_outbox_faq ON outbox (faq_id, state);
CREATE UNIQUE INDEX ix_outbox_id ON outbox (id);
CREATE INDEX ix_outbox_once ON outbox (once, state);
CREATE INDEX ix_outbox_state ON outbox (state, not_before);
CREATE INDEX ix_outbox_text ON outbox (text_normal, created_at);
CREATE UNIQUE INDEX uq_outbox_live ON outbox (once) WHERE state IN ('answered_elsewhere', 'checking', 'queued', 'sending', 'unconfirmed', 'unknown');
CREATE INDEX ix_posts_conversation ON posts (conversation_id, created_at);
CREATE INDEX ix_posts_created_at ON posts (created_at);
CREATE UNIQUE INDEX ix_posts_id ON posts (id);
CREATE INDEX ix_posts_in_reply_to ON posts (in_reply_to) WHERE in_reply_to IS NOT NULL;
CREATE INDEX ix_posts_thread ON posts (thread_id, created_at);
CREATE INDEX ix_incident_updates_incident ON incident_updates (incident_id, at);
CREATE INDEX ix_incident_updates_outgoing ON incident_updates (outgoing_id);
CREATE INDEX ix_post_versions_post ON post_versions (post);
CREATE TRIGGER post_search_insert AFTER INSERT ON posts BEGIN
        INSERT INTO post_search(rowid, author_name, author_handle, text)
        VALUES (new.number, new.author_name, new.author_handle, new.text);
    END;
CREATE TRIGGER post_search_update AFTER UPDATE OF author_name, author_handle, text ON posts
    BEGIN
        INSERT INTO post_search(post_search, rowid, author_name, author_handle, text)
        VALUES ('delete', old.number, old.author_name, old.author_handle, old.text);
        INSERT INTO post_search(rowid, author_name, author_handle, text)
        VALUES (new.number, new.author_name, new.author_handle, new.text);
    END;
CREATE TRIGGER post_search_delete AFTER DELETE ON posts BEGIN
        INSERT INTO post_search(post_search, rowid, author_name, author_handle, text)
        VALUES ('delete', old.number, old.author_name, old.author_handle, old.text);
    END;
CREATE INDEX ix_posts_checked_at ON posts (checked_at) WHERE NOT ours AND NOT deleted;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit record is append-only');
    END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit record is append-only');
    END;
CREATE TRIGGER audit_only_next BEFORE INSERT ON audit
    WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN
        SELECT RAISE(ABORT, 'the audit record is append-only');
    END;
CREATE INDEX ix_norm_changes_norm ON norm_changes (norm, source);
CREATE INDEX ix_proposals_settled ON proposals (settled, number);
CREATE INDEX ix_component_states_component ON component_states (component_id, number);
CREATE INDEX ix_evidence_post ON evidence (post);
CREATE INDEX ix_evidence_faq_id ON evidence (faq_id);
CREATE INDEX ix_evidence_outgoing_id ON evidence (outgoing_id);
CREATE INDEX ix_hoax_said_hoax ON hoax_said (hoax_id, number);
CREATE INDEX ix_hoax_said_first ON hoax_said (first_id);
CREATE INDEX ix_posts_hoax ON posts (hoax_id, created_at) WHERE hoax_id IS NOT NULL;
CREATE INDEX ix_conversations_hoax ON conversations (hint_hoax_id, state) WHERE hint_hoax_id IS NOT NULL;
CREATE INDEX ix_faq_proposals_state ON faq_proposals (state, at);
CREATE INDEX ix_heard_at ON heard (at);
COMMIT;
