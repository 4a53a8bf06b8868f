package io.handlekit.benchmarks.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** A customer as plain objects with the members of the wire, for databind and for streaming by hand. */
@NullUnmarked
final class PlainCustomer {
    public String handle;
    public Long id;
    public Long reseller_id;
    public String company_name;
    public Name name;
    public Address address;
    public Phone phone;
    public Phone fax;
    public String email;
    public String vat;
    public String locale;
    public String comments;
    public List<Tag> tags;
    public Map<String, String> additional_data;
    public List<Extension> extension_additional_data;

    static final class Name {
        public String initials;
        public String first_name;
        public String prefix;
        public String last_name;
        public String full_name;
    }

    static final class Address {
        public String street;
        public String number;
        public String suffix;
        public String zipcode;
        public String city;
        public String state;
        public String country;
    }

    static final class Phone {
        public String country_code;
        public String area_code;
        public String subscriber_number;
    }

    static final class Tag {
        public String key;
        public String value;
    }

    static final class Extension {
        public String name;
        public Map<String, String> data;
    }

    /** The envelope of a reply. */
    static final class Reply {
        public int code;
        public String desc;
        public boolean maintenance;
        public List<Object> warnings;
        public PlainCustomer data;
    }
}
