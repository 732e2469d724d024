package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A record that is embedded without a column prefix and can be null. */
public record Billing(@Column(length = 34) String iban, @Nullable LocalDate since) {}
