package mapping

import "github.com/commonweight/commonweight/internal/chain"

func vault(r *records, e chain.Event) bool { return false }
