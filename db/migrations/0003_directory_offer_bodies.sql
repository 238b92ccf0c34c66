-- Bodies of offers as HTML, rendered when content changes and read by key, so that the snapshot in memory stays small.
CREATE TABLE directory_offer_body (
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (slug, language)
);
