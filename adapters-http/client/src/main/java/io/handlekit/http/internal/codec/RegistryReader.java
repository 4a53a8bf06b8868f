package io.handlekit.http.internal.codec;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final List<String> FILE = List.of("description", "doc_type", "path");

    private RegistryReader() {}

    /** The additional data of a customer, or of one top-level domain. */
    static final class Data {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, String> others = new LinkedHashMap<>();
        private List<Members> files = List.of();

        static Data ofCustomer(JsonReader in) {
            Data data = new Data();
            in.members(name -> {
                if (name.equals(AdditionalData.ATTACHED_FILES)) {
                    data.files = CustomerReader.list(in, () -> Members.read(in, FILE));
                } else {
                    data.add(in, name, ADDITIONAL);
                }
            });
            return data;
        }

        private static Data ofExtension(JsonReader in) {
            Data data = new Data();
            in.members(name -> data.add(in, name, EXTENSION));
            return data;
        }

        private void add(JsonReader in, String name, Set<String> known) {
            texts.remove(name);
            others.remove(name);
            boolean isKnown = known.contains(name);
            if (in.isString() || (isKnown && in.isNumberOrBoolean())) {
                texts.put(name, String.valueOf(in.text()));
            } else if (!isKnown || !in.isNull()) {
                others.put(name, in.json());
            }
        }

        AdditionalData value() {
            return new AdditionalData(
                    texts, files.stream().map(Data::file).toList(), UnknownMembers.of(others));
        }

        private static AttachedFile file(Members file) {
            return new AttachedFile(
                    file.text("description"), file.text("doc_type"), file.text("path"), file.unknown());
        }
    }

    /** One item of the extension data. */
    static final class Extension {
        private final Members members = new Members(List.of("name"));
        private Data data = new Data();

        static Extension read(JsonReader in) {
            Extension extension = new Extension();
            in.members(name -> {
                if (name.equals("data")) {
                    extension.data = Data.ofExtension(in);
                } else {
                    extension.members.add(in, name);
                }
            });
            return extension;
        }

        ExtensionData value() {
            return new ExtensionData(
                    members.text("name"), data.texts, UnknownMembers.of(data.others), members.unknown());
        }
    }
}
