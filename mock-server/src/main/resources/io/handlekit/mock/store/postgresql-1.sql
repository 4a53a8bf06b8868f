CREATE TABLE IF NOT EXISTS handlekit_counters (
  name VARCHAR(64) PRIMARY KEY,
  last BIGINT NOT NULL
);
INSERT INTO handlekit_counters (name, last) VALUES ('ids', 0), ('logins', 0), ('tags', 0), ('verifications', 0)
  ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS handlekit_customers (
  handle BYTEA PRIMARY KEY,
  id BIGINT NOT NULL,
  json BYTEA NOT NULL,
  email BYTEA NOT NULL,
  comments_changed_at VARCHAR(40),
  deleted_at VARCHAR(40),
  handle_key BYTEA NOT NULL,
  first_name_key BYTEA NOT NULL,
  last_name_key BYTEA NOT NULL,
  company_name_key BYTEA NOT NULL,
  email_key BYTEA NOT NULL,
  comments_key BYTEA NOT NULL,
  handle_start BYTEA GENERATED ALWAYS AS (SUBSTRING(handle_key FROM 1 FOR 64)) STORED,
  first_name_start BYTEA GENERATED ALWAYS AS (SUBSTRING(first_name_key FROM 1 FOR 64)) STORED,
  last_name_start BYTEA GENERATED ALWAYS AS (SUBSTRING(last_name_key FROM 1 FOR 64)) STORED,
  company_name_start BYTEA GENERATED ALWAYS AS (SUBSTRING(company_name_key FROM 1 FOR 64)) STORED,
  email_start BYTEA GENERATED ALWAYS AS (SUBSTRING(email_key FROM 1 FOR 64)) STORED
);
CREATE UNIQUE INDEX IF NOT EXISTS handlekit_customers_id ON handlekit_customers (id);
CREATE INDEX IF NOT EXISTS handlekit_customers_handle ON handlekit_customers (handle_start, id) WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS handlekit_customers_first_name ON handlekit_customers (first_name_start, id) WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS handlekit_customers_last_name ON handlekit_customers (last_name_start, id) WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS handlekit_customers_company_name ON handlekit_customers (company_name_start, id) WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS handlekit_customers_email ON handlekit_customers (email_start, id) WHERE deleted_at IS NULL;
CREATE TABLE IF NOT EXISTS handlekit_tags (
  tag_key BYTEA NOT NULL,
  tag_value BYTEA NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (tag_key, tag_value)
);
CREATE TABLE IF NOT EXISTS handlekit_verifications (
  email BYTEA PRIMARY KEY,
  id BIGINT NOT NULL,
  handle BYTEA,
  deadline VARCHAR(40) NOT NULL,
  confirmed BOOLEAN NOT NULL
);
CREATE TABLE IF NOT EXISTS handlekit_tokens (
  token BYTEA PRIMARY KEY,
  login BIGINT NOT NULL,
  issued_at VARCHAR(40) NOT NULL
);
CREATE INDEX IF NOT EXISTS handlekit_tokens_login ON handlekit_tokens (login);
