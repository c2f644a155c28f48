module portcall.sg/streams

go 1.21
