package mapping

import "github.com/commonweight/commonweight/internal/chain"

func disputes(r *records, e chain.Event) bool { return false }
