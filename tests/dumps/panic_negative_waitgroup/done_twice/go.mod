module fathom.dev/scan

go 1.21
