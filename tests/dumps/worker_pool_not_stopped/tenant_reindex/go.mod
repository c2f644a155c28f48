module git.corp.local/search/reindexer

go 1.20
