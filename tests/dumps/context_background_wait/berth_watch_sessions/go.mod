module portcall.sg/berths

go 1.21
