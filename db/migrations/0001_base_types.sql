-- Both databases use the type names BIGINT, TEXT and BLOB; PostgreSQL lacks the last.
-- postgresql only
CREATE DOMAIN blob AS bytea;
-- end
