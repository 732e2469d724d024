package dev.rubedo.migrate.script;

import dev.rubedo.migrate.operation.Revision;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the annotation {@link Revision} of a compiled class without loading it: the graph of hundreds of revisions can
 * be read without initializing any of them. Confined to one thread at a time.
 */
final class RevisionClassFile {
    private static final String ANNOTATION = "L" + Revision.class.getName().replace('.', '/') + ";";
    private static final int MAGIC = 0xCAFEBABE;

    private final DataInputStream in;
    private String[] texts = {};

    private RevisionClassFile(DataInputStream in) {
        this.in = in;
    }

    /**
     * Returns the elements of the annotation, each a list of strings; empty if there is no annotation.
     *
     * @param file the class file
     * @throws IOException if it cannot be read or is not a class file
     */
    static Optional<Map<String, List<String>>> annotation(InputStream file) throws IOException {
        return new RevisionClassFile(new DataInputStream(new ByteArrayInputStream(file.readAllBytes()))).read();
    }

    private Optional<Map<String, List<String>>> read() throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("it is not a class file");
        }
        in.skipNBytes(4);
        constants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        members();
        members();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            var name = texts[in.readUnsignedShort()];
            long length = Integer.toUnsignedLong(in.readInt());
            if (!"RuntimeVisibleAnnotations".equals(name)) {
                in.skipNBytes(length);
                continue;
            }
            for (int j = in.readUnsignedShort(); j > 0; j--) {
                var type = texts[in.readUnsignedShort()];
                var elements = elements();
                if (ANNOTATION.equals(type)) {
                    return Optional.of(elements);
                }
            }
        }
        return Optional.empty();
    }

    private void constants() throws IOException {
        texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                default -> throw new IOException("it has a constant of unknown kind " + tag);
            }
        }
    }

    /** Skips fields or methods. */
    private void members() throws IOException {
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            in.skipNBytes(6);
            for (int j = in.readUnsignedShort(); j > 0; j--) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
    }

    private Map<String, List<String>> elements() throws IOException {
        var elements = new LinkedHashMap<String, List<String>>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            var name = texts[in.readUnsignedShort()];
            var values = new ArrayList<String>();
            value(values);
            elements.put(name, values);
        }
        return elements;
    }

    /** Adds strings; other kinds of values, which other annotations have, are skipped. */
    private void value(List<String> values) throws IOException {
        char tag = (char) in.readUnsignedByte();
        switch (tag) {
            case 's' -> values.add(texts[in.readUnsignedShort()]);
            case 'e' -> in.skipNBytes(4);
            case '@' -> {
                in.skipNBytes(2);
                elements();
            }
            case '[' -> {
                for (int i = in.readUnsignedShort(); i > 0; i--) {
                    value(values);
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}
