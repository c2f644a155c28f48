module ballots

go 1.22
