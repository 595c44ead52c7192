-- id: anonymous
-- title: what nobody who is named says has a second source
-- rationale: Who is not named risks nothing by being wrong. Most desks print it only where another source says the same. The policy sets how many are wanted (anonymous_sources). What cites nothing, or speaks of several people and cites one, the checks tell.
-- severity: draft=note closing=warning published=warning
-- message: it rests on somebody whom the copy does not name, and sources cited for it are {sources}, of {wanted} that the policy wants: find another
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "body", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}], "finding_view": []}
-- catch: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "caption", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "supports"}, {"claim_id": "c", "source_id": "s", "stance": "offered"}, {"claim_id": "c", "source_id": "t", "stance": "disputes"}], "finding_view": [{"claim_id": "c", "article_id": "a", "check_id": "label", "message": "label it reported"}]}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "body", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}, {"claim_id": "c", "source_id": "t", "stance": "supports"}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "body", "anonymous": 0}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "body", "anonymous": 1}], "citation_view": [], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "headline", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "place": "body", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}], "finding_view": []}
-- spare: {"claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "body", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}], "finding_view": [{"claim_id": "c", "article_id": "a", "check_id": "label", "message": "the copy speaks of several people, and one is cited: cite another, or say “a person”"}]}
-- spare: {"thresholds": [{"anonymous_sources": 1}], "claim_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "place": "body", "anonymous": 1}], "citation_view": [{"claim_id": "c", "source_id": "s", "stance": "offered"}], "finding_view": []}
select s.claim_id, s.sources, :anonymous_sources as wanted
from (
    select c.claim_id, c.number, (
        select count(distinct t.source_id)
        from citation_view t
        where t.claim_id = c.claim_id and t.stance in ('offered', 'supports')
    ) as sources
    from claim_view c
    where c.article_id = :article and c.cut = 0 and c.anonymous = 1 and c.place in ('body', 'caption')
) s
where s.sources between 1 and :anonymous_sources - 1
    and s.claim_id not in (
        select f.claim_id
        from finding_view f
        where f.article_id = :article and f.check_id = 'label' and f.message like 'the copy speaks of several %'
    )
order by s.number
