cli_language_unknown = „{ $code }“ ist keine Sprache von Touchline; schreiben Sie en oder de
