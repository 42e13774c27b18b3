using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    first_seen_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "chats",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    thread_id = table.Column<int>(type: "integer", nullable: false),
                    team = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    title = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    held_because = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    not_before_at = table.Column<long>(type: "bigint", nullable: true),
                    moved_to = table.Column<long>(type: "bigint", nullable: true),
                    bot_is_admin = table.Column<bool>(type: "boolean", nullable: false),
                    bot_can_pin = table.Column<bool>(type: "boolean", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    added_by = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chats", x => new { x.chat_id, x.thread_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    is_phone_unread = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    messenger = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    search_text = table.Column<string>(
                        type: "character varying(1024)",
                        maxLength: 1024,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    next = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counters", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "dialogues",
                columns: table => new
                {
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    thread_id = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    about = table.Column<long>(type: "bigint", nullable: false),
                    prompt_message_id = table.Column<int>(type: "integer", nullable: true),
                    arguments = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dialogues", x => x.seq);
                }
            );

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    team = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    local_date = table.Column<DateOnly>(type: "date", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_digests",
                        x => new
                        {
                            x.team,
                            x.kind,
                            x.local_date,
                            x.slot,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "inquiries",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    key_kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    lead = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    admin = table.Column<long>(type: "bigint", nullable: true),
                    setup_generation = table.Column<int>(type: "integer", nullable: false),
                    last_heard_at = table.Column<long>(type: "bigint", nullable: true),
                    offered_commands = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: true
                    ),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "lead_events",
                columns: table => new
                {
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    lead = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<long>(type: "bigint", nullable: true),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    step_number = table.Column<int>(type: "integer", nullable: true),
                    reverts = table.Column<int>(type: "integer", nullable: true),
                    update_id = table.Column<long>(type: "bigint", nullable: true),
                    codes = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_events", x => x.seq);
                }
            );

            migrationBuilder.CreateTable(
                name: "lead_words",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    lead = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: true),
                    chat_id = table.Column<long>(type: "bigint", nullable: true),
                    message_id = table.Column<int>(type: "integer", nullable: true),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_words", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    team = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    roles = table.Column<int>(type: "integer", maxLength: 24, nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    left_at = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => new { x.team, x.person });
                }
            );

            migrationBuilder.CreateTable(
                name: "message_leads",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    message_id = table.Column<int>(type: "integer", nullable: false),
                    lead = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_message_leads",
                        x => new
                        {
                            x.chat_id,
                            x.message_id,
                            x.lead,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    message_id = table.Column<int>(type: "integer", nullable: false),
                    thread_id = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    about = table.Column<long>(type: "bigint", nullable: false),
                    rendered_hash = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    outbox_seq = table.Column<long>(type: "bigint", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    is_gone = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => new { x.chat_id, x.message_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    once_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    thread_id = table.Column<int>(type: "integer", nullable: false),
                    delivery = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    arguments = table.Column<string>(type: "text", nullable: true),
                    priority = table.Column<int>(type: "integer", maxLength: 24, nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    leased_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    why = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.seq);
                }
            );

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    username = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    language_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    blocked_at = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "promotion_events",
                columns: table => new
                {
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    promotion_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<long>(type: "bigint", nullable: true),
                    codes = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promotion_events", x => x.seq);
                }
            );

            migrationBuilder.CreateTable(
                name: "promotions",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(4096)", maxLength: 4096, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    announced_by = table.Column<long>(type: "bigint", nullable: false),
                    announced_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promotions", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "readiness",
                columns: table => new
                {
                    promotion_id = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness", x => new { x.promotion_id, x.person });
                }
            );

            migrationBuilder.CreateTable(
                name: "setup_attempts",
                columns: table => new
                {
                    person = table.Column<long>(type: "bigint", nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setup_attempts", x => x.person);
                }
            );

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    old_key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    old_key_until = table.Column<long>(type: "bigint", nullable: true),
                    form_key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    origins = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    thanks_url = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    locale = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    work_days = table.Column<int>(type: "integer", maxLength: 24, nullable: false),
                    work_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    work_to = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ladder = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "updates",
                columns: table => new
                {
                    bot_id = table.Column<long>(type: "bigint", nullable: false),
                    update_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: true),
                    error = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_updates", x => new { x.bot_id, x.update_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "leads",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    last_change = table.Column<string>(
                        type: "character varying(2048)",
                        maxLength: 2048,
                        nullable: true
                    ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    campaign_id = table.Column<long>(type: "bigint", nullable: true),
                    contact_id = table.Column<long>(type: "bigint", nullable: false),
                    product = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    city = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    search_text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    owner = table.Column<long>(type: "bigint", nullable: true),
                    cycle = table.Column<int>(type: "integer", nullable: false),
                    inquiries = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    waiting_since = table.Column<long>(type: "bigint", nullable: false),
                    claim_due_at = table.Column<long>(type: "bigint", nullable: false),
                    first_claimed_at = table.Column<long>(type: "bigint", nullable: true),
                    claimed_at = table.Column<long>(type: "bigint", nullable: true),
                    contacted_at = table.Column<long>(type: "bigint", nullable: true),
                    qualified_at = table.Column<long>(type: "bigint", nullable: true),
                    call_back_at = table.Column<long>(type: "bigint", nullable: true),
                    deferred_until = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    amount_minor = table.Column<long>(type: "bigint", nullable: true),
                    is_test = table.Column<bool>(type: "boolean", nullable: false),
                    is_suspect = table.Column<bool>(type: "boolean", nullable: false),
                    events = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    next_step = table.Column<int>(type: "integer", maxLength: 24, nullable: false),
                    next_step_at = table.Column<long>(type: "bigint", nullable: true),
                    said = table.Column<int>(type: "integer", maxLength: 24, nullable: false),
                    last_step_at = table.Column<long>(type: "bigint", nullable: true),
                    step_count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leads", x => x.id);
                    table.ForeignKey(
                        name: "fk_leads_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_team_code",
                table: "campaigns",
                columns: new[] { "team", "code" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_chats_team_kind",
                table: "chats",
                columns: new[] { "team", "kind" },
                unique: true,
                filter: "state <> 'Lost' and kind in ('Sales', 'Marketing')"
            );

            migrationBuilder.CreateIndex(
                name: "ix_contacts_team_email",
                table: "contacts",
                columns: new[] { "team", "email" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_contacts_team_messenger",
                table: "contacts",
                columns: new[] { "team", "messenger" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_contacts_team_phone",
                table: "contacts",
                columns: new[] { "team", "phone" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dialogues_chat_id_thread_id_person",
                table: "dialogues",
                columns: new[] { "chat_id", "thread_id", "person" },
                unique: true,
                filter: "state = 'Active'"
            );

            migrationBuilder.CreateIndex(name: "ix_inquiries_lead", table: "inquiries", column: "lead");

            migrationBuilder.CreateIndex(
                name: "ix_inquiries_source_id_key_kind_key",
                table: "inquiries",
                columns: new[] { "source_id", "key_kind", "key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_lead_events_lead_cycle_step_step_number",
                table: "lead_events",
                columns: new[] { "lead", "cycle", "step", "step_number" },
                unique: true,
                filter: "step is not null"
            );

            migrationBuilder.CreateIndex(
                name: "ix_lead_events_lead_number",
                table: "lead_events",
                columns: new[] { "lead", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_lead_events_lead_reverts",
                table: "lead_events",
                columns: new[] { "lead", "reverts" },
                unique: true,
                filter: "reverts is not null"
            );

            migrationBuilder.CreateIndex(name: "ix_lead_events_update_id", table: "lead_events", column: "update_id");

            migrationBuilder.CreateIndex(
                name: "ix_lead_words_chat_id_message_id",
                table: "lead_words",
                columns: new[] { "chat_id", "message_id" }
            );

            migrationBuilder.CreateIndex(name: "ix_lead_words_lead", table: "lead_words", column: "lead");

            migrationBuilder.CreateIndex(name: "ix_leads_contact_id", table: "leads", column: "contact_id");

            migrationBuilder.CreateIndex(name: "ix_leads_next_step_at", table: "leads", column: "next_step_at");

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_owner_status",
                table: "leads",
                columns: new[] { "team", "owner", "status" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_received_at",
                table: "leads",
                columns: new[] { "team", "received_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_status_closed_at",
                table: "leads",
                columns: new[] { "team", "status", "closed_at" }
            );

            migrationBuilder.CreateIndex(name: "ix_members_person", table: "members", column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_messages_about_role",
                table: "messages",
                columns: new[] { "about", "role" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_chat_id_leased_at",
                table: "outbox",
                columns: new[] { "chat_id", "leased_at" }
            );

            migrationBuilder.CreateIndex(name: "ix_outbox_once_key", table: "outbox", column: "once_key", unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_state_due_at",
                table: "outbox",
                columns: new[] { "state", "due_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promotion_events_promotion_id",
                table: "promotion_events",
                column: "promotion_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_promotions_team_starts_on",
                table: "promotions",
                columns: new[] { "team", "starts_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_sources_form_key",
                table: "sources",
                column: "form_key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_sources_key_hash",
                table: "sources",
                column: "key_hash",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_sources_old_key_hash", table: "sources", column: "old_key_hash");

            migrationBuilder.CreateIndex(
                name: "ix_sources_team_name",
                table: "sources",
                columns: new[] { "team", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_teams_name", table: "teams", column: "name", unique: true);

            migrationBuilder.CreateIndex(name: "ix_updates_seen_at", table: "updates", column: "seen_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "campaigns");

            migrationBuilder.DropTable(name: "chats");

            migrationBuilder.DropTable(name: "counters");

            migrationBuilder.DropTable(name: "dialogues");

            migrationBuilder.DropTable(name: "digests");

            migrationBuilder.DropTable(name: "inquiries");

            migrationBuilder.DropTable(name: "installation");

            migrationBuilder.DropTable(name: "lead_events");

            migrationBuilder.DropTable(name: "lead_words");

            migrationBuilder.DropTable(name: "leads");

            migrationBuilder.DropTable(name: "members");

            migrationBuilder.DropTable(name: "message_leads");

            migrationBuilder.DropTable(name: "messages");

            migrationBuilder.DropTable(name: "outbox");

            migrationBuilder.DropTable(name: "people");

            migrationBuilder.DropTable(name: "promotion_events");

            migrationBuilder.DropTable(name: "promotions");

            migrationBuilder.DropTable(name: "readiness");

            migrationBuilder.DropTable(name: "setup_attempts");

            migrationBuilder.DropTable(name: "sources");

            migrationBuilder.DropTable(name: "teams");

            migrationBuilder.DropTable(name: "updates");

            migrationBuilder.DropTable(name: "contacts");
        }
    }
}
