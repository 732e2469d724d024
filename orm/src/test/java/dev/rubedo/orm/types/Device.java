package dev.rubedo.orm.types;

import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Type;
import java.time.Instant;
import java.util.Map;

/** A device with an address and a document; its key is an instant. Confined to one thread at a time. */
@Entity(table = "devices")
public final class Device extends DeviceBase {
    interface Mapped {
        @Id
        Instant seen();

        @Type(value = DeviceTypes.class, constant = "ADDRESS")
        Inet address();

        @Type(value = DeviceTypes.class, constant = "FACTS")
        Map facts();
    }

    Device() {}

    /** Makes one. */
    public Device(Instant seen, Inet address, Map<String, Object> facts) {
        seen(seen);
        address(address);
        facts(facts);
    }
}
