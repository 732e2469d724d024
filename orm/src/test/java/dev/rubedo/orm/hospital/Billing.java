package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Embedded without a prefix, and possibly not there. */
public record Billing(@Column(length = 34) String iban, @Nullable LocalDate since) {}
