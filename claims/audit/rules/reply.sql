-- id: reply
-- title: whoever a claim is critical of was asked for comment
-- rationale: A person said that the claim is critical of somebody (stet reply add). Fairness, and in many places the law, wants them asked before it is published.
-- severity: draft=note closing=error published=error
-- message: it is critical of {put_to}, and that anybody asked them for comment is not recorded: ask, and record it with stet reply add
-- catch: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": ""}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": "2026-03-01T10:00:00.000Z"}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "reply_id": "r", "put_to": "The port", "contacted_at": ""}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "b", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "contacted_at": ""}]}
select claim_id, put_to
from reply_view
where article_id = :article and cut = 0 and contacted_at = ''
order by number, reply_id
