package mapping

import "github.com/commonweight/commonweight/internal/chain"

func training(r *records, e chain.Event) bool { return false }
