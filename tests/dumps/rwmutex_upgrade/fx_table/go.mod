module treasury/fx

go 1.18
