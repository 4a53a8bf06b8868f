package io.handlekit.http.internal.codec;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the data for registries: open objects, in which any text is a field. A number or a boolean is a text in a field
 * that is known, and kept as it came in another one.
 */
final class RegistryReader {
    private static final Set<String> ADDITIONAL = Arrays.stream(AdditionalField.values())
            .map(AdditionalField::wireName)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> EXTENSION = Arrays.stream(ExtensionField.values())
            .map(ExtensionField::wireName)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> NAME = List.of("name");
    private static final List<String> FILE = List.of("description", "doc_type", "path");

    private RegistryReader() {}

    /** The additional data of a customer. */
    static final class Additional {
        private final AdditionalData.Builder data = AdditionalData.builder();
        private final Fields fields = new Fields(ADDITIONAL, data::put, data::remove);
        private List<Members> files = List.of();

        static Additional read(JsonReader in) {
            Additional additional = new Additional();
            for (String name = in.firstMember(); name != null; name = in.nextMember()) {
                if (name.equals(AdditionalData.ATTACHED_FILES)) {
                    additional.files = CustomerReader.list(in, () -> Members.read(in, FILE));
                } else {
                    additional.fields.add(in, name);
                }
            }
            return additional;
        }

        AdditionalData value() {
            files.forEach(file -> data.attach(file(file)));
            return data.unknownMembers(fields.unknown()).build();
        }

        private static AttachedFile file(Members file) {
            return new AttachedFile(file.text("description"), file.text("doc_type"), file.text("path"), file.unknown());
        }
    }

    /** One item of the extension data. */
    static final class Extension {
        private final Members members = new Members(NAME);
        private ExtensionData.Builder data = ExtensionData.builder("");

        static Extension read(JsonReader in) {
            Extension extension = new Extension();
            for (String name = in.firstMember(); name != null; name = in.nextMember()) {
                if (name.equals("data")) {
                    extension.data = data(in);
                } else {
                    extension.members.add(in, name);
                }
            }
            return extension;
        }

        private static ExtensionData.Builder data(JsonReader in) {
            ExtensionData.Builder data = ExtensionData.builder("");
            Fields fields = new Fields(EXTENSION, data::put, data::remove);
            for (String name = in.firstMember(); name != null; name = in.nextMember()) {
                fields.add(in, name);
            }
            return data.unknownData(fields.unknown());
        }

        ExtensionData value() {
            return data.name(members.text("name"))
                    .unknownMembers(members.unknown())
                    .build();
        }
    }

    /** The members of an open object. The texts go to their builder. */
    private static final class Fields {
        private final Set<String> known;
        private final BiConsumer<String, String> put;
        private final Consumer<String> remove;
        private Map<String, String> others = Map.of();

        Fields(Set<String> known, BiConsumer<String, String> put, Consumer<String> remove) {
            this.known = known;
            this.put = put;
            this.remove = remove;
        }

        void add(JsonReader in, String name) {
            if (!others.isEmpty()) {
                others.remove(name);
            }
            if (in.isString() || (in.isNumberOrBoolean() && known.contains(name))) {
                put.accept(name, String.valueOf(in.text()));
                return;
            }
            remove.accept(name);
            if (!in.isNull() || !known.contains(name)) {
                others = Members.with(others, name, in.json());
            }
        }

        UnknownMembers unknown() {
            return UnknownMembers.of(others);
        }
    }
}
