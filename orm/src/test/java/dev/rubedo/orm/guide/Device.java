package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Type;

/** Something with an address. Confined to one thread at a time, as its session is. */
@Entity(table = "devices")
public final class Device extends DeviceBase {
    interface Mapped {
        @Id
        Long id();

        @Type(value = NetworkTypes.class, constant = "MAC")
        MacAddress address();
    }

    Device() {}

    public Device(MacAddress address) {
        address(address);
    }
}
