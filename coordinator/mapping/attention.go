package mapping

import "github.com/commonweight/commonweight/internal/chain"

func attention(r *records, e chain.Event) bool { return false }
