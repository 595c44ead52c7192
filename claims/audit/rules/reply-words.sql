-- id: reply-words
-- title: whoever was asked for comment was asked about these words
-- rationale: What was put to them is what they had a chance to answer. A claim that says more by now says it unanswered.
-- severity: draft=note closing=warning published=warning
-- message: {put_to} was asked about other words than these: see whether they must be asked again, and record it with stet reply add --contacted
-- catch: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "words_changed": 1}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "words_changed": 0}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "a", "number": 1, "cut": 1, "reply_id": "r", "put_to": "The port", "words_changed": 1}]}
-- spare: {"reply_view": [{"claim_id": "c", "article_id": "b", "number": 1, "cut": 0, "reply_id": "r", "put_to": "The port", "words_changed": 1}]}
select claim_id, put_to
from reply_view
where article_id = :article and cut = 0 and words_changed = 1
order by number, reply_id
