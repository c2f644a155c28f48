module patchwork.example/cutting

go 1.21
