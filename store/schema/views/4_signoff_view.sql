-- signoff_view: the newest sign-off of each claim that has one, by time, then
-- by id, and whether it still holds: see newest_signoff.
--
-- signoff_id: UUIDv7
-- article_id: the claim's article
-- claim_id: the claim
-- verdict: what was decided, whether or not it still holds
-- verdict_to: the words proposed, of a change
-- change_met: 1 where the verdict is change and the claim carries the words proposed
-- note: the reason given
-- signed_by: who decided
-- signed_at: when
-- words: the claim's words as signed
-- void: '' while the sign-off holds, else 'words changed', 'evidence changed' or 'source recaptured'
create view signoff_view as
select
    n.signoff_id,
    c.article as article_id,
    n.claim_id,
    n.verdict,
    n.verdict_to,
    n.change_met,
    n.note,
    n.signed_by,
    n.signed_at,
    n.words,
    n.void
from claim c
join newest_signoff n on n.claim_id = c.id;
