module saas.example/dossier

go 1.21
