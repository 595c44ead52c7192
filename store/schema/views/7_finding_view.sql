-- finding_view: one row for each finding of the last verification.
--
-- article_id: the article
-- article: its slug
-- position: the finding's place in the order in which the checks gave them, from 0
-- claim_id: the claim; '' where the finding is of the article as a whole
-- number: the claim's number; 0 where there is none
-- citation_id: the citation; '' where the finding is of none
-- check_id: the check that found it
-- severity: error, warning or note
-- outcome: found, contradicted, not found or unread
-- message: one sentence
-- fingerprint: names the finding by what it is about, wherever it stands
create view finding_view as
select
    f.article as article_id,
    a.slug as article,
    f.position,
    cast(coalesce(f.claim, '') as text) as claim_id,
    coalesce(c.number, 0) as number,
    coalesce(f.citation, '') as citation_id,
    f.check_id,
    f.severity,
    f.outcome,
    f.message,
    f.fingerprint
from finding f
join article a on a.id = f.article
left join claim c on c.id = f.claim;
