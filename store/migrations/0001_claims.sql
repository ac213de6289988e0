-- Articles as they were read. hash covers text, metadata and the extractor's
-- version, so that equal hashes mean there is nothing to do.
CREATE TABLE articles (
  id        INTEGER PRIMARY KEY,
  doc_id    TEXT NOT NULL UNIQUE,            -- pipeline.DocumentID(key)
  key       TEXT NOT NULL UNIQUE,            -- path or URL
  title     TEXT NOT NULL,
  byline    TEXT NOT NULL,
  outlet    TEXT NOT NULL,
  published TEXT,                            -- RFC 3339 in UTC, NULL if undated
  text      TEXT NOT NULL,
  hash      TEXT NOT NULL
);

-- Canonical speakers, one row a person or body. scope is the document's id
-- for those whom an article leaves unnamed ("a senior official"), who are
-- nobody's namesake in the next article, and empty for all others.
-- AUTOINCREMENT: an id that somebody wrote down never comes to mean another.
CREATE TABLE speakers (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  name   TEXT NOT NULL,                      -- as shown
  kind   TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'group', 'unnamed')),
  folded TEXT NOT NULL,                      -- Fold(name)
  scope  TEXT NOT NULL,
  claims INTEGER NOT NULL DEFAULT 0,         -- kept by the triggers below
  UNIQUE (folded, kind, scope)
);
CREATE INDEX speakers_by_claims ON speakers (claims DESC, folded, kind, scope);

-- Every form of a name that some article uses, found by its folded form.
CREATE TABLE aliases (
  id         INTEGER PRIMARY KEY,
  speaker_id INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
  name       TEXT NOT NULL,
  folded     TEXT NOT NULL,
  UNIQUE (speaker_id, name)
);
CREATE INDEX aliases_by_folded ON aliases (folded, speaker_id);

-- Which article is the evidence for an alias; one without any is dropped.
CREATE TABLE alias_articles (
  alias_id   INTEGER NOT NULL REFERENCES aliases ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (alias_id, article_id)
) WITHOUT ROWID;
CREATE INDEX alias_articles_by_article ON alias_articles (article_id);

-- A speaker's part in one article.
CREATE TABLE appearances (
  speaker_id INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  role       TEXT NOT NULL,                  -- as the article words it, '' if it does not
  PRIMARY KEY (speaker_id, article_id)
) WITHOUT ROWID;
CREATE INDEX appearances_by_article ON appearances (article_id);

CREATE TABLE claims (
  id             INTEGER PRIMARY KEY,
  claim_id       TEXT NOT NULL UNIQUE,       -- (*pipeline.Document).ClaimID
  article_id     INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  speaker_id     INTEGER REFERENCES speakers, -- NULL: nobody can be named
  published      TEXT,                       -- the article's, copied so that one index gives a speaker's newest first
  start          INTEGER NOT NULL,           -- first byte of the content
  type           TEXT NOT NULL CHECK (type IN ('direct', 'mixed', 'indirect')),
  confidence     REAL NOT NULL,
  cue            TEXT NOT NULL,              -- lemma, '' without a cue
  why            TEXT NOT NULL,              -- JSON list of pipeline.Reason
  content        TEXT NOT NULL,              -- its spans' text, copied for the full-text index
  sentence_start INTEGER NOT NULL,           -- the sentences that hold the claim
  sentence_end   INTEGER NOT NULL
);
CREATE INDEX claims_by_article ON claims (article_id, start);
CREATE INDEX claims_by_speaker ON claims (speaker_id, published DESC, type);
CREATE INDEX claims_by_date ON claims (published DESC);

CREATE TABLE claim_spans (
  claim_id INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  role     TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
  ord      INTEGER NOT NULL,
  start    INTEGER NOT NULL,                 -- byte offsets into articles.text
  "end"    INTEGER NOT NULL,
  PRIMARY KEY (claim_id, role, ord)
) WITHOUT ROWID;

-- FTS4 because the driver's default build has no FTS5. The index holds no
-- text of its own; the triggers keep it in step with claims.
CREATE VIRTUAL TABLE claims_fts USING fts4(content="claims", content, tokenize=unicode61 "remove_diacritics=2");

CREATE TRIGGER claims_inserted AFTER INSERT ON claims BEGIN
  INSERT INTO claims_fts (docid, content) VALUES (new.id, new.content);
  UPDATE speakers SET claims = claims + 1 WHERE id = new.speaker_id;
END;
-- BEFORE: the index reads the old text from claims to know what to forget.
CREATE TRIGGER claims_deleting BEFORE DELETE ON claims BEGIN
  DELETE FROM claims_fts WHERE docid = old.id;
  UPDATE speakers SET claims = claims - 1 WHERE id = old.speaker_id;
END;
CREATE TRIGGER claims_moved AFTER UPDATE OF speaker_id ON claims BEGIN
  UPDATE speakers SET claims = claims - 1 WHERE id = old.speaker_id;
  UPDATE speakers SET claims = claims + 1 WHERE id = new.speaker_id;
END;
