// Package config turns flags, environment and commonweight.toml into one checked Config. It is the only room that knows viper; it opens
// no key, dials nothing and creates nothing.
//
// Precedence: flag > environment > file > default. A setting's three names follow from one key:
//
//	key                flag                 environment                      file
//	storage.path       --storage-path       COMMONWEIGHT_STORAGE_PATH        [storage] path = "…"
//
// Secrets are no settings: key.file, key.password-file and key.password-env only name where they lie.
package config
