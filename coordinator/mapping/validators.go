package mapping

import "github.com/commonweight/commonweight/internal/chain"

func validators(r *records, e chain.Event) bool { return false }
