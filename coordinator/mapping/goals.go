package mapping

import "github.com/commonweight/commonweight/internal/chain"

func goals(r *records, e chain.Event) bool { return false }
