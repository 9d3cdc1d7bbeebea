package mapping

import "github.com/commonweight/commonweight/internal/chain"

func court(r *records, e chain.Event) bool { return false }
