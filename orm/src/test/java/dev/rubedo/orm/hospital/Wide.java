package dev.rubedo.orm.hospital;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Version;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** More attributes than one word has bits, with relationships and the version behind them. */
@Entity
public final class Wide extends WideBase {
    interface Mapped {
        @Id
        Long id();
        @Nullable
        Integer a1();
        @Nullable
        Integer a2();
        @Nullable
        Integer a3();
        @Nullable
        Integer a4();
        @Nullable
        Integer a5();
        @Nullable
        Integer a6();
        @Nullable
        Integer a7();
        @Nullable
        Integer a8();
        @Nullable
        Integer a9();
        @Nullable
        Integer a10();
        @Nullable
        Integer a11();
        @Nullable
        Integer a12();
        @Nullable
        Integer a13();
        @Nullable
        Integer a14();
        @Nullable
        Integer a15();
        @Nullable
        Integer a16();
        @Nullable
        Integer a17();
        @Nullable
        Integer a18();
        @Nullable
        Integer a19();
        @Nullable
        Integer a20();
        @Nullable
        Integer a21();
        @Nullable
        Integer a22();
        @Nullable
        Integer a23();
        @Nullable
        Integer a24();
        @Nullable
        Integer a25();
        @Nullable
        Integer a26();
        @Nullable
        Integer a27();
        @Nullable
        Integer a28();
        @Nullable
        Integer a29();
        @Nullable
        Integer a30();
        @Nullable
        Integer a31();
        @Nullable
        Integer a32();
        @Nullable
        Integer a33();
        @Nullable
        Integer a34();
        @Nullable
        Integer a35();
        @Nullable
        Integer a36();
        @Nullable
        Integer a37();
        @Nullable
        Integer a38();
        @Nullable
        Integer a39();
        @Nullable
        Integer a40();
        @Nullable
        Integer a41();
        @Nullable
        Integer a42();
        @Nullable
        Integer a43();
        @Nullable
        Integer a44();
        @Nullable
        Integer a45();
        @Nullable
        Integer a46();
        @Nullable
        Integer a47();
        @Nullable
        Integer a48();
        @Nullable
        Integer a49();
        @Nullable
        Integer a50();
        @Nullable
        Integer a51();
        @Nullable
        Integer a52();
        @Nullable
        Integer a53();
        @Nullable
        Integer a54();
        @Nullable
        Integer a55();
        @Nullable
        Integer a56();
        @Nullable
        Integer a57();
        @Nullable
        Integer a58();
        @Nullable
        Integer a59();
        @Nullable
        Integer a60();
        @Nullable
        Integer a61();
        @Nullable
        Integer a62();
        @Nullable
        Integer a63();
        @Nullable
        Integer a64();
        @Nullable
        Integer a65();
        @Nullable
        Integer a66();
        @Nullable
        Integer a67();
        @Nullable
        Integer a68();
        @Nullable
        Integer a69();
        @Nullable
        Integer a70();
        @Column(length = 9)
        @ServerDefault("'dflt'")
        String late();
        @Relationship(backPopulates = "parts")
        @Nullable
        Wide whole();
        @Relationship(backPopulates = "whole", cascade = ALL_DELETE_ORPHAN, orderBy = "a70")
        List<Wide> parts();
        @Relationship(joinTable = "wide_field")
        Set<Speciality> fields();
        @Version
        int version();
    }
}
