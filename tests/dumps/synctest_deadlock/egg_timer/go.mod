module eggs

go 1.25
