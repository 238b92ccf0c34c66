-- Which content, and which version of the renderer, the bodies in directory_offer_body were made from; another pair: make them anew.
CREATE TABLE directory_offer_body_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    generation BIGINT NOT NULL,
    renderer BIGINT NOT NULL
);
INSERT INTO directory_offer_body_state (id, generation, renderer) VALUES (1, 0, 0);
