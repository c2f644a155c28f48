module bitbucket.org/skyfare/pricing

go 1.20
