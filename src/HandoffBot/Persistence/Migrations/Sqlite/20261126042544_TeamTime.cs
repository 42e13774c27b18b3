using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TeamTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "capacity",
                table: "teams",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "{\"open\":15,\"notWorked\":5}"
            );

            migrationBuilder.AddColumn<string>(
                name: "handing",
                table: "teams",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "{\"mode\":0,\"for\":\"00:03:00\"}"
            );

            migrationBuilder.AddColumn<string>(
                name: "holidays",
                table: "teams",
                type: "TEXT",
                maxLength: 4096,
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<bool>(
                name: "is_unattended_told",
                table: "teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "unattended_since", table: "teams", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "began_on", table: "members", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plan",
                table: "members",
                type: "TEXT",
                maxLength: 1024,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "shift_said_at", table: "members", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "skills",
                table: "members",
                type: "TEXT",
                maxLength: 2048,
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<string>(
                name: "tally",
                table: "members",
                type: "TEXT",
                maxLength: 256,
                nullable: false,
                defaultValue: "{\"week\":\"0001-01-01\",\"onShift\":\"00:00:00\",\"offers\":0,\"since\":null}"
            );

            migrationBuilder.AddColumn<string>(
                name: "times_off",
                table: "members",
                type: "TEXT",
                maxLength: 4096,
                nullable: false,
                defaultValueSql: "'[]'"
            );

            migrationBuilder.AddColumn<bool>(
                name: "was_full",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "was_on",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: true
            );

            migrationBuilder.AddColumn<int>(
                name: "weight",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1
            );

            migrationBuilder.AddColumn<long>(name: "offered_to", table: "leads", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "offered_until", table: "leads", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "team_changes",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    team = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: false),
                    after = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_changes", x => x.seq);
                }
            );

            migrationBuilder.CreateIndex(name: "ix_team_changes_team", table: "team_changes", column: "team");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "team_changes");

            migrationBuilder.DropColumn(name: "capacity", table: "teams");

            migrationBuilder.DropColumn(name: "handing", table: "teams");

            migrationBuilder.DropColumn(name: "holidays", table: "teams");

            migrationBuilder.DropColumn(name: "is_unattended_told", table: "teams");

            migrationBuilder.DropColumn(name: "unattended_since", table: "teams");

            migrationBuilder.DropColumn(name: "began_on", table: "members");

            migrationBuilder.DropColumn(name: "plan", table: "members");

            migrationBuilder.DropColumn(name: "shift_said_at", table: "members");

            migrationBuilder.DropColumn(name: "skills", table: "members");

            migrationBuilder.DropColumn(name: "tally", table: "members");

            migrationBuilder.DropColumn(name: "times_off", table: "members");

            migrationBuilder.DropColumn(name: "was_full", table: "members");

            migrationBuilder.DropColumn(name: "was_on", table: "members");

            migrationBuilder.DropColumn(name: "weight", table: "members");

            migrationBuilder.DropColumn(name: "offered_to", table: "leads");

            migrationBuilder.DropColumn(name: "offered_until", table: "leads");
        }
    }
}
