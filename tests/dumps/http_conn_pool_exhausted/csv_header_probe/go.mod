module gridmeter/loader

go 1.23
