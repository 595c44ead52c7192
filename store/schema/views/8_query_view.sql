-- query_view: one row for each query, a question about a claim that was put to
-- somebody.
--
-- query_id: UUIDv7
-- article_id: the claim's article
-- article: its slug
-- claim_id: the claim
-- number: the claim's number
-- cut: 1 where the current draft no longer carries the claim
-- query: the query's number, given per claim from 1
-- question: what was asked
-- put_to: whom; '' where the article has no byline and nobody was named
-- put_by: who asked
-- put_at: when
-- answer: what they answered; '' while the query is open, and then the columns below are empty
-- answered_by: who answered
-- answered_at: when that was recorded
create view query_view as
select
    q.id as query_id,
    c.article as article_id,
    a.slug as article,
    c.id as claim_id,
    c.number,
    c.cut,
    q.number as query,
    q.question,
    q.put_to,
    q.put_by,
    q.put_at,
    q.answer,
    q.answered_by,
    q.answered_at
from query q
join claim c on c.id = q.claim
join article a on a.id = c.article;
