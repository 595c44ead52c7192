-- id: origins
-- title: a claim to be checked first rests on as many independent origins as the policy wants
-- rationale: Five papers that print one agency's story are one source. What the check origin finds to come from one, or from each other, counts once here. One document at first hand is enough: what a primary source says needs no second, and of one that rests on nobody who is named the rule anonymous tells. Where the check has warned already, that is said once. The policy sets the number (independent_origins); 1 asks for none besides.
-- severity: closing=warning published=warning
-- message: independent origins: {origins} of {sources} cited, and the policy wants {wanted}: find another that knows it for itself
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}], "finding_view": []}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}, {"claim_id": "c", "citation_id": "u", "source_id": "r", "stance": "supports", "grade": "secondary"}], "finding_view": [{"claim_id": "c", "citation_id": "u", "check_id": "origin", "severity": "note"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}, {"claim_id": "c", "citation_id": "u", "source_id": "r", "stance": "supports", "grade": "secondary"}], "finding_view": [{"claim_id": "c", "citation_id": "u", "check_id": "origin", "severity": "warning"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}, {"claim_id": "c", "citation_id": "u", "source_id": "r", "stance": "supports", "grade": "secondary"}], "finding_view": [{"claim_id": "c", "citation_id": "u", "check_id": "name"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "normal", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": "primary"}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "court filing", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "other", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "priority": "high", "label": "reported", "anonymous": 0}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "priority": "high", "label": "reported", "anonymous": 1}], "citation_view": [{"claim_id": "c", "citation_id": "t", "source_id": "s", "stance": "offered", "grade": ""}], "finding_view": []}
select o.claim_id, count(distinct o.source_id) as sources, count(distinct o.origin) as origins, :independent_origins as wanted
from (
    select c.claim_id, c.number, t.source_id, t.grade,
        case when not exists (
            select 1
            from finding_view f
            where f.claim_id = c.claim_id and f.citation_id = t.citation_id and f.check_id = 'origin'
        ) then t.source_id end as origin,
        case when exists (
            select 1
            from finding_view f
            where f.claim_id = c.claim_id and f.citation_id = t.citation_id and f.check_id = 'origin' and f.severity = 'warning'
        ) then 1 else 0 end as warned
    from claim_view c
    join citation_view t on t.claim_id = c.claim_id and t.stance in ('offered', 'supports')
    where c.article_id = :article and c.cut = 0 and c.priority = 'high' and c.label = 'reported' and c.anonymous = 0
) o
group by o.claim_id, o.number
having sum(case when o.grade = 'primary' then 1 else 0 end) = 0 and sum(o.warned) = 0
    and count(distinct o.origin) < :independent_origins
order by o.number
