-- Version 5: what a desk that checks other people's claims publishes of one.
-- All of it is '' or 0 where nobody said it.

alter table claim add column claimant text not null default '';
alter table claim add column claimant_kind text not null default ''; -- person or organization
alter table claim add column claimant_url text not null default '';
alter table claim add column claim_date text not null default '';    -- when it was made, YYYY-MM-DD
alter table claim add column appearance text not null default '';    -- the address where it was made
alter table claim add column review_url text not null default '';
alter table claim add column review_date text not null default '';   -- YYYY-MM-DD
alter table claim add column rating_value integer not null default 0; -- from 1 to rating_best
alter table claim add column rating_best integer not null default 0;
alter table claim add column rating_name text not null default '';
alter table claim add column rated_words text not null default '';   -- the claim's words as they were rated
