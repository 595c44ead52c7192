-- id: on-author
-- title: few claims rest on the author's word
-- rationale: "On author" says that nobody else could look. A story that leans on it has not been checked. The policy sets the share (on_author_percent).
-- severity: closing=warning published=warning
-- message: {percent} percent of the claims are on author, of which this is the first, and the policy allows {allowed}: check more of them
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "on author", "last_verdict": "on author"}, {"claim_id": "d", "article_id": "a", "number": 2, "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "verdict": "on author", "last_verdict": "on author"}, {"claim_id": "d", "article_id": "a", "number": 2, "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed"}, {"claim_id": "e", "article_id": "a", "number": 3, "cut": 0, "verdict": "", "last_verdict": ""}, {"claim_id": "f", "article_id": "a", "number": 4, "cut": 0, "verdict": "", "last_verdict": ""}, {"claim_id": "g", "article_id": "a", "number": 5, "cut": 0, "verdict": "", "last_verdict": ""}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "verdict": "on author", "last_verdict": "on author"}, {"claim_id": "d", "article_id": "a", "number": 2, "cut": 0, "verdict": "confirmed", "last_verdict": "confirmed"}]}
select c.claim_id, s.percent, :on_author_percent as allowed
from claim_view c
join (
    select 100 * sum(case when last_verdict = 'on author' and void = '' then 1 else 0 end) / count(*) as percent,
        min(case when last_verdict = 'on author' and void = '' then number end) as first
    from claim_view
    where article_id = :article and cut = 0
) s on s.first = c.number
where c.article_id = :article and c.cut = 0 and s.percent > :on_author_percent
