cli_language_unknown = “{ $code }” is no language of Touchline; write en or de
