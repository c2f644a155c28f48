module gaertnerei.li/names

go 1.18
