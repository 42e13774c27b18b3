using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_arriving",
                table: "leads",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "list_id", table: "leads", type: "bigint", nullable: true);

            migrationBuilder.CreateTable(
                name: "lists",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    file_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    copy_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    dialogue = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    reading = table.Column<string>(type: "text", nullable: true),
                    source_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: true),
                    without_wrong = table.Column<bool>(type: "boolean", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    shown = table.Column<int>(type: "integer", nullable: false),
                    shown_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lists", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_list_id_waiting_since",
                table: "leads",
                columns: new[] { "team", "list_id", "waiting_since" },
                filter: "status = 'New'"
            );

            migrationBuilder.CreateIndex(name: "ix_lists_state", table: "lists", column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_lists_team_hash",
                table: "lists",
                columns: new[] { "team", "hash" },
                unique: true,
                filter: "state in ('Loading', 'Joining', 'Done')"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "lists");

            migrationBuilder.DropIndex(name: "ix_leads_team_list_id_waiting_since", table: "leads");

            migrationBuilder.DropColumn(name: "is_arriving", table: "leads");

            migrationBuilder.DropColumn(name: "list_id", table: "leads");
        }
    }
}
