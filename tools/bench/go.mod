module github.com/commonweight/commonweight/tools/bench

go 1.26.0
