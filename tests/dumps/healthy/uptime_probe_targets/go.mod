module statuspage/prober

go 1.21
