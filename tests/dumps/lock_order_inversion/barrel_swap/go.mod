module github.com/weingut/barrels

go 1.18
